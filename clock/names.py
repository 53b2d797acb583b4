"""The names by which a door and the clock know the same queue and duty."""

APPLICATION = "heard"
OUTBOX = "outbox"
DELIVER = "deliver"
LOOK_AGAIN = "look_again"

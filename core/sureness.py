"""When the machine may be taken at its word for a page of many, which a person still reads."""

# Every theme that it picked is at least so likely, and no other comes near.
SURE, NEAR = 0.8, 0.4
AT_ONCE = 10

"""When the machine may be taken at its word for a page of many, which a person still reads."""

# Every theme that the full reader picked is at least so likely, and no other comes near.
# Measured on the 220 tuning texts: it is so sure of 45; what it picked was right in 39 of them, and
# in 14 of these a theme was missing. So a page of them is still read by a person, one by one.
SURE, NEAR = 0.8, 0.4
AT_ONCE = 10

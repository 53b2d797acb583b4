"""Measures what Heard promises. `make prove` and `make bench` print figures, on loopback alone."""

"""Promises of core: what is true whichever door it came by."""

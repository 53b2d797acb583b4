"""Hides numbers that could point at a child."""

from core.summaries import Count


def shown(number: int, threshold: int) -> Count:
    """The number, or "fewer than" where it is small. None at all may be said."""
    if 0 < number < threshold:
        return Count(None, under=threshold)
    return Count(number)


def part_shown(part: int, whole: int, threshold: int) -> Count:
    """A part of a whole: hidden too where the rest is small, since a subtraction would tell it.

    Rationale: with 31 views and 28 "only count it" shown, three people are on their own.
    """
    if 0 < whole < threshold or 0 < whole - part < threshold:
        return Count(None, under=threshold if 0 < part < threshold else None)
    return shown(part, threshold)

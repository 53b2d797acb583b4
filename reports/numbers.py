"""How counts are worded: a small number never as a figure, a hidden one never as a zero."""

from core.summaries import Count

NOT_SHOWN = "not shown"


def told(count: Count) -> str:
    """The count in a table's cell: 12, "fewer than 5" or "not shown"."""
    if count.number is not None:
        return f"{count.number:,}"
    return NOT_SHOWN if count.under is None else f"fewer than {count.under}"


def views(count: Count, whose: str, did: str) -> str:
    """The count as a sentence: "12 views from young people were about this."."""
    if count.number is None and count.under is None:
        return f"How many views from {whose} were {did} is not shown."
    if count.number == 1:
        return f"1 view from {whose} was {did}."
    number = "No" if count.number == 0 else told(count).capitalize()
    return f"{number} views from {whose} were {did}."


def any_at_all(count: Count) -> bool:
    """Whether there is something to tell; a hidden count is something."""
    return count.number != 0

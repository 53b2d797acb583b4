"""Numbers in words that small numbers deserve."""

from core.digests import Change, Pair, Side
from core.summaries import Count


def number_words(count: Count) -> str:
    """A count as a table prints it, with small numbers hidden."""
    if count.number is not None:
        return f"{count.number:,}"
    return f"fewer than {count.under}" if count.under else "not shown"


def change_words(pair: Pair) -> str:
    """How a number stands beside the one before it.

    Rationale: no percentages and no arrows. Twice as many can be four people instead of two.
    """
    both = f"{number_words(pair.before)}, then {number_words(pair.now)}"
    match pair.change:
        case Change.SAME:
            return "nobody, as before" if pair.now.number == 0 else f"as many as before ({both})"
        case Change.CHANCE:
            return f"about as many ({both}); the difference may be chance"
        case Change.MORE:
            return f"more than before ({both}), and not by chance alone"
        case Change.FEWER:
            return f"fewer than before ({both}), and not by chance alone"
        case _:
            return "too few to compare"


SIDES = {
    Side.BOTH: "both sides see it",
    Side.YOUNG: "young people alone see it",
    Side.PRACTITIONERS: "practitioners alone see it",
    Side.OPEN: "too few to compare",
    Side.NEITHER: "nobody spoke of it",
}

"""Short questions that the council of young people asks everybody, and how answers are told back.

Core: the rules. Results are told once, when the question is closed, so that nobody can watch a
number move by one and know who pressed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.board import band
from core.errors import HeardError
from core.marking import N_

MOST_LETTERS = 200
FEWEST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Poll:
    """A question with its answers to choose from. It is open from `opened_on` until `closed_on`."""

    id: str
    version: int
    question: str
    choices: tuple[str, ...]
    written_on: date
    opened_on: date | None = None
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be answered."""
        return self.opened_on is not None and self.closed_on is None


@dataclass(frozen=True, slots=True)
class Results:
    """How many chose each answer; None where that is too few, or would tell what is too few.

    Args:
        answered: how many answered; None where a hidden number could be worked out from it.
        at_least: "this many or more" answered; None where too few answered for any number.
    """

    parts: tuple[int | None, ...]
    answered: int | None
    at_least: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A poll as everyone sees it: `mine` is what this browser answered."""

    poll: Poll
    mine: int | None = None
    results: Results | None = None


def results_of(counts: Sequence[int], threshold: int) -> Results:
    """The numbers that may be told. Small ones are hidden, and as many more as they need.

    Rationale: one hidden number beside a total is no secret, nor are two that add up to little.
    """
    total = sum(counts)
    if total < threshold:
        return Results((None,) * len(counts), None, None)
    hidden = {place for place, n in enumerate(counts) if 0 < n < threshold}
    open_ = sorted((n, place) for place, n in enumerate(counts) if n and place not in hidden)
    while (
        hidden and open_ and (len(hidden) < 2 or sum(counts[at] for at in hidden) < 2 * threshold)
    ):
        hidden.add(open_.pop(0)[1])
    parts = tuple(None if place in hidden else n for place, n in enumerate(counts))
    return Results(parts, None if hidden else total, band(total, threshold))


def choices_of(typed: str) -> tuple[str, ...]:
    """The answers that were typed, one a line."""
    lines = (" ".join(line.split()) for line in typed.splitlines())
    found = tuple(dict.fromkeys(line for line in lines if line))
    if not FEWEST <= len(found) <= MOST or any(len(one) > MOST_LETTERS for one in found):
        raise TooManyChoices
    return found


class TooManyChoices(HeardError):
    """A poll needs a few short answers to choose from."""

    def __init__(self) -> None:
        super().__init__(f"Type {FEWEST} to {MOST} short answers, each on a line of its own.")


class NotOpen(HeardError):
    """The poll is not there or is closed."""

    status = 409

    def __init__(self) -> None:
        super().__init__(N_("That question is closed now."))

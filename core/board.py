"""The board that everyone can see: you said, we did, we can't and why.

Core: which states there are, how support is told without pointing at anybody, and when a thing is
done. The council does not decide that it is done: young people say that they feel it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.errors import HeardError
from core.marking import N_

MOST_LETTERS = 600
BANDS = (10, 20, 50, 100, 200, 500)
ENOUGH_AGREE = (3, 4)  # three of four who answered


class Standing(StrEnum):
    """What the council says of a point."""

    WILL = "will"
    DONE = "done"
    CANNOT = "cannot"


class Felt(StrEnum):
    """What young people say of a point that the council calls done."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"


@dataclass(frozen=True, slots=True)
class Draft:
    """What an officer writes: what young people said, where it stands, and the answer."""

    theme: str
    said: str
    standing: Standing
    answer: str
    action_id: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One point as the desk sees it. `published_on` is None until somebody else looked at it."""

    id: str
    version: int
    draft: Draft
    written_on: date
    written_by: str
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Point:
    """One point as everyone sees it.

    Args:
        support: "this many or more" young people say so too; None while they are too few.
        felt: what young people say, where the council says that it is done.
        mine: this browser said "me too".
        said_felt: what this browser said about whether it is felt; None where nothing.
    """

    id: str
    theme: str
    said: str
    standing: Standing
    answer: str
    published_on: date
    support: int | None
    felt: Felt | None = None
    mine: bool = False
    said_felt: bool | None = None


def band(number: int, threshold: int) -> int | None:
    """The largest "or more" that is true of the number; None where it is under the threshold.

    Rationale: an exact number that moves by one tells when somebody pressed, and perhaps who.
    """
    reached = [step for step in (threshold, *BANDS) if step <= number]
    return max(reached) if number >= threshold and reached else None


def felt_by(yes: int, no: int, threshold: int) -> Felt:
    """Agreed only where enough young people answered and three of four feel it."""
    part, whole = ENOUGH_AGREE
    enough = yes + no >= threshold and yes * whole >= (yes + no) * part
    return Felt.AGREED if enough else Felt.NOT_AGREED


class NotYours(HeardError):
    """The person who wrote a point wanted to publish it alone."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Somebody else has to look at this before everyone can see it.")


class NotOnTheBoard(HeardError):
    """The point is not there, or not there any more."""

    status = 404

    def __init__(self) -> None:
        super().__init__(N_("That is not on the board any more."))

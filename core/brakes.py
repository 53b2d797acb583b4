"""Brakes: how often something may be tried in one span of time, by everybody together.

Core: the figures and the arithmetic. The counters lie in the books, so that they hold for all
workers together and through a restart.
"""

from dataclasses import dataclass
from datetime import datetime

from core.errors import HeardError
from core.marking import N_

KEPT_SPANS = 6


@dataclass(frozen=True, slots=True)
class Brake:
    """At most `most` in any one span of `minutes`, which begin at full spans since 1970."""

    name: str
    most: int
    minutes: int = 10

    def span(self, now: datetime) -> int:
        """The number of the span that this moment lies in."""
        return int(now.timestamp()) // (self.minutes * 60)


class TooFast(HeardError):
    """A brake is on. It lets go by itself when the span is over."""

    status = 429

    def __init__(self) -> None:
        super().__init__(
            N_("Too many people are trying just now. Please wait ten minutes, then try again.")
        )


# Rationale: sixty young people behind one school's address may each mistype once.
WRONG_HERE = Brake("wrong/", 60)
WRONG_IN_ALL = Brake("wrong", 600)
# Pressed by everybody together on one point or one poll; a class of thirty is no flood.
PRESSED = Brake("pressed/", 120)


def may_guess(here: int, in_all: int) -> bool:
    """Whether a code is looked up, after so many wrong ones from here and from everybody.

    Rationale: while somebody guesses from a thousand places, a first try from a place that never
    guessed is still looked up. So the person who holds a code gets in at once, or ten minutes
    after the guessing beside them stopped; and a code of 66 bits needs no more than this.
    """
    if here >= WRONG_HERE.most:
        return False
    return in_all < WRONG_IN_ALL.most or here == 0

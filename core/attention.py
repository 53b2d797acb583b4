"""Who gives a view their attention: who has it in hand, who has it open, who read it and why."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

# Without its script a page cannot say that it was closed, so we take this long for granted.
HERE = timedelta(minutes=5)
# A reason that was given holds this long for the same officer and view.
REASON_HOLDS = timedelta(minutes=30)
# Whoever sends what they wrote on a page that they opened with a reason is not asked again.
A_DAYS_WORK = timedelta(hours=12)


class Why(StrEnum):
    """Why an officer opens somebody's words."""

    QUEUE = "in my queue"
    ASKED = "a colleague asked me"
    REPLY = "to answer the person again"
    PAPER = "to check a paper or a quote"
    SAFETY = "to keep somebody safe"
    RIGHTS = "they asked to see or change it"
    QUALITY = "to check how it was read"


ASIDE = tuple(why for why in Why if why is not Why.QUEUE)


@dataclass(frozen=True, slots=True)
class Opening:
    """One officer's openings of one view; moments are UTC, naive."""

    officer_id: str
    name: str
    post: str
    first_on: date
    last_at: datetime
    here_until: datetime
    times: int
    why: str


@dataclass(frozen=True, slots=True)
class Times:
    """How often a view was opened, and by how many people."""

    times: int
    people: int


@dataclass(frozen=True, slots=True)
class Attention:
    """Who looks after a view.

    Args:
        owner: who has it in hand; empty where nobody has.
        here: the others who have it open just now.
        read_by: everybody who opened it, the last first.
    """

    owner_id: str | None = None
    owner: str = ""
    here: tuple[Opening, ...] = ()
    read_by: tuple[Opening, ...] = ()


def at_it(openings: tuple[Opening, ...], now: datetime, but: str) -> tuple[Opening, ...]:
    """Those who have it open just now, leaving one officer out."""
    return tuple(one for one in openings if one.here_until > now and one.officer_id != but)

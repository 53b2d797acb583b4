"""What a curious look at people's words looks like. A notice asks a question; it accuses nobody."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from core.working_days import LONDON

# More openings outside one's own queue than this, in one day, are noticed once that day.
MANY = 10
NIGHT_ENDS, NIGHT_BEGINS = time(6), time(22)


class Notice(StrEnum):
    """What was noticed."""

    NAME = "searched for a name"
    MANY = "opened many outside their queue"
    NIGHT_READING = "read at night"
    NIGHT_EXPORT = "took words out at night"


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that was noticed.

    Args:
        words: what was searched for and why, where that is it; empty for who may not read it.
        seen_by: the post of who looked into it; empty while nobody did.
    """

    id: str
    officer_id: str
    name: str
    post: str
    at: datetime
    kind: Notice
    words: str = ""
    seen_by: str = ""
    seen_on: date | None = None
    finding: str = ""


def at_night(moment: datetime) -> bool:
    """Whether it is between ten at night and six in the morning in London."""
    here = moment.astimezone(LONDON).time()
    return here < NIGHT_ENDS or here >= NIGHT_BEGINS

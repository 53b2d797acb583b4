"""Whether Heard can keep its promises just now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.brakes import WRONG_IN_ALL
from core.errors import HeardError
from services.house import House, naive_utc
from storage.store import Books

CLOCK, FULL_READER, CUES_ALONE = "clock", "full_reader", "cues_alone"
STANDS_STILL_AFTER_S = 45.0
OVERDUE_AFTER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Health:
    """What works. `clock_beat_age_s` is None where the clock never started.

    Args:
        cues_alone: the clock says that it has no full reader, or that it fails, so that words are
            read by cue words alone.
    """

    database: bool
    clock_beat_age_s: float | None = None
    waiting_notices: int = 0
    overdue_notices: int = 0
    cues_alone: bool = False

    @property
    def clock_alive(self) -> bool:
        """Whether the clock showed within the last 45 seconds that it lives."""
        age = self.clock_beat_age_s
        return age is not None and age <= STANDS_STILL_AFTER_S

    @property
    def ready(self) -> bool:
        """Whether everything works."""
        return self.database and self.clock_alive and self.overdue_notices == 0


def look(house: House) -> Health:
    """How Heard is just now; never raises."""
    now = naive_utc(house.now())
    try:
        with house.store.reading() as books:
            beat = books.pulse.last(CLOCK)
            notices = books.outbox.waiting(now - OVERDUE_AFTER)
            full, alone = (_fresh(books, name, now) for name in (FULL_READER, CUES_ALONE))
    except HeardError:
        return Health(database=False)
    age = None if beat is None else (now - beat).total_seconds()
    return Health(True, age, notices.waiting, notices.overdue, cues_alone=alone and not full)


def _fresh(books: Books, name: str, now: datetime) -> bool:
    last = books.pulse.last(name)
    return last is not None and (now - last).total_seconds() <= STANDS_STILL_AFTER_S


def beat(house: House, *, full_reader: bool | None = None) -> None:
    """The clock says that it lives; what is kept for minutes only is forgotten on the way.

    Args:
        full_reader: whether the full reader reads; None while that is not known yet.
    """
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        books.pulse.beat(CLOCK, now)
        if full_reader is not None:
            books.pulse.beat(FULL_READER if full_reader else CUES_ALONE, now)
        books.once.forget(now)
        books.drafts.forget(now)
        books.brakes.forget(WRONG_IN_ALL, house.now())

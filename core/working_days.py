"""Days as England counts them: working days, London dates, and the half-days that we keep."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays.countries  # read at start, not while the first sender waits

from core.facts import HalfDay

LONDON = ZoneInfo("Europe/London")
SATURDAY = 5


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether offices in England are open that day."""
    return day.weekday() < SATURDAY and day not in _bank_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The day that is `count` working days after `day`."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def london_day(moment: datetime) -> date:
    """The date in London at that moment (which must know its time zone)."""
    return moment.astimezone(LONDON).date()


def london_half(moment: datetime) -> HalfDay:
    """Morning or afternoon in London: the finest time that is kept about a view."""
    return HalfDay.MORNING if moment.astimezone(LONDON).hour < 12 else HalfDay.AFTERNOON


def clear_days_before(day: date, count: int) -> date:
    """The latest day with `count` clear working days between it and `day`, neither counted.

    Source: Local Government Act 1972, section 100B: an agenda is public five clear days before.
    """
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day

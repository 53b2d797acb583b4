"""Hours that count: offices in England, by the clock on the wall in London.

An office that opens at nine opens at nine in summer and in winter; the clocks change at night.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from core.dates import DAYS, MONTHS
from core.working_days import LONDON, is_working_day, london_day


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when the office is open on a working day."""

    opens: time
    closes: time

    @property
    def a_day(self) -> timedelta:
        """How long one working day is."""
        day = date(2026, 1, 1)
        return datetime.combine(day, self.closes) - datetime.combine(day, self.opens)


def is_open(moment: datetime, hours: Hours) -> bool:
    """Whether somebody is in the office at this moment."""
    there = moment.astimezone(LONDON)
    return is_working_day(there.date()) and hours.opens <= there.time() < hours.closes


def next_open(moment: datetime, hours: Hours) -> datetime:
    """This moment where the office is open, else when it opens next."""
    return next(max(begins, moment) for begins, _ in _open_from(moment, hours))


def add_working(moment: datetime, span: timedelta, hours: Hours) -> datetime:
    """When so much open time has gone by since this moment."""
    for begins, ends in _open_from(moment, hours):
        begins = max(begins, moment)
        if begins + span <= ends:
            return begins + span
        span -= ends - begins
    raise AssertionError("there is always another working day")


def _open_from(moment: datetime, hours: Hours) -> Iterator[tuple[datetime, datetime]]:
    """The times for which the office is open, in UTC: first the one that is not over yet."""
    day = london_day(moment)
    while True:
        if is_working_day(day):
            begins, ends = (
                datetime.combine(day, at, LONDON).astimezone(UTC)
                for at in (hours.opens, hours.closes)
            )
            if ends > moment:
                yield begins, ends
        day += timedelta(days=1)


def clock_written(at: time) -> str:
    """4.55pm, 9am, midday."""
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def moment_written(moment: datetime, now: datetime) -> str:
    """When it is, as people say it: "today at 4.55pm", "Monday 28 December at 9am"."""
    there, day = moment.astimezone(LONDON), london_day(now)
    at = clock_written(there.time())
    away = (there.date() - day).days
    if away in (0, 1):
        return f"{('today', 'tomorrow')[away]} at {at}"
    year = "" if there.year == day.year else f" {there.year}"
    return f"{DAYS[there.weekday()]} {there.day} {MONTHS[there.month - 1]}{year} at {at}"


def span_written(span: timedelta) -> str:
    """How long, in the largest unit that says enough: 5 minutes, 3 hours, 2 days."""
    minutes = int(span.total_seconds()) // 60
    for size, name in ((24 * 60, "day"), (60, "hour")):
        if minutes >= size:
            many = minutes // size
            return f"{many} {name}{'' if many == 1 else 's'}"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"

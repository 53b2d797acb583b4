"""Clocks that run in open hours alone: Christmas, Easter, leap days, both clock changes."""

from datetime import UTC, datetime, time, timedelta

import pytest

from core.working_days import LONDON, add_working_days
from core.working_time import (
    Hours,
    add_working,
    clock_written,
    is_open,
    moment_written,
    next_open,
    span_written,
)

NINE_TO_FIVE = Hours(time(9), time(17))
DAY = timedelta(hours=8)


def at(text):
    """A moment by the clock on the wall in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        ("2026-11-24 10:00", DAY, "2026-11-25 10:00"),
        ("2026-11-27 16:55", timedelta(minutes=15), "2026-11-30 09:10"),  # Friday, 4.55
        ("2026-11-27 16:55", DAY, "2026-11-30 16:55"),
        ("2026-11-28 03:00", DAY, "2026-11-30 17:00"),  # a Saturday night
        ("2026-11-24 08:00", timedelta(hours=1), "2026-11-24 10:00"),  # before the office opens
        ("2026-12-24 16:00", DAY, "2026-12-29 16:00"),  # Boxing Day is a Saturday: Monday off
        ("2026-12-24 16:00", 3 * DAY, "2026-12-31 16:00"),
        ("2026-12-31 16:30", timedelta(hours=1), "2027-01-04 09:30"),  # New Year, then a weekend
        ("2027-03-25 16:00", DAY, "2027-03-30 16:00"),  # Good Friday and Easter Monday
        ("2028-02-28 12:00", DAY, "2028-02-29 12:00"),  # a leap day is a day
        ("2028-02-29 12:00", DAY, "2028-03-01 12:00"),
        ("2027-03-26 12:00", timedelta(hours=1), "2027-03-30 10:00"),  # over the change to summer
        ("2026-10-23 16:00", timedelta(hours=2), "2026-10-26 10:00"),  # over the change to winter
        ("2026-03-27 16:00", timedelta(hours=2), "2026-03-30 10:00"),
    ],
)
def test_open_time_runs_only_while_the_office_is_open(start, span, end):
    ends = add_working(at(start), span, NINE_TO_FIVE)
    assert ends == at(end)


@pytest.mark.parametrize(
    ("day", "count", "until"),
    [
        ("2026-12-11", 10, "2026-12-29"),  # a complaint's ten days over Christmas
        ("2026-12-11", 20, "2027-01-13"),
        ("2027-03-22", 10, "2027-04-07"),  # over Easter
        ("2028-02-25", 10, "2028-03-10"),  # over a leap day
        ("2026-10-20", 10, "2026-11-03"),
        ("2026-05-01", 10, "2026-05-18"),  # the bank holiday of early May
    ],
)
def test_working_days_of_a_complaint(day, count, until):
    ends = add_working_days(datetime.fromisoformat(day).date(), count)
    assert ends == datetime.fromisoformat(until).date()


def test_the_night_when_the_clocks_change_is_no_working_time():
    before, after = at("2026-10-24 12:00"), at("2026-10-25 23:00")
    assert add_working(before, DAY, NINE_TO_FIVE) == add_working(after, DAY, NINE_TO_FIVE)
    assert next_open(before, NINE_TO_FIVE) == datetime(2026, 10, 26, 9, 0, tzinfo=UTC)
    assert next_open(at("2027-03-27 12:00"), NINE_TO_FIVE) == at("2027-03-30 09:00")
    assert next_open(at("2026-07-01 08:00"), NINE_TO_FIVE) == datetime(2026, 7, 1, 8, tzinfo=UTC)


def test_open_and_shut():
    assert is_open(at("2026-11-27 16:59"), NINE_TO_FIVE)
    assert not is_open(at("2026-11-27 17:00"), NINE_TO_FIVE)
    assert not is_open(at("2026-12-25 10:00"), NINE_TO_FIVE)


def test_moments_as_people_say_them():
    now = at("2026-12-24 16:55")
    assert moment_written(at("2026-12-24 17:00"), now) == "today at 5pm"
    assert moment_written(at("2026-12-25 12:00"), now) == "tomorrow at midday"
    assert moment_written(at("2026-12-29 09:05"), now) == "Tuesday 29 December at 9.05am"
    assert moment_written(at("2027-01-04 09:00"), now) == "Monday 4 January 2027 at 9am"
    assert clock_written(time(0, 30)) == "12.30am"
    assert [span_written(timedelta(minutes=m)) for m in (1, 59, 60, 3000)] == [
        "1 minute",
        "59 minutes",
        "1 hour",
        "2 days",
    ]

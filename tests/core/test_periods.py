"""Periods as people type them."""

from datetime import date

import pytest

from core.periods import split_period
from core.summaries import Period

TODAY = date(2027, 2, 10)
JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))


@pytest.mark.parametrize(
    ("typed", "before", "period"),
    [
        ("money January 2027", "money", JANUARY),
        ("Money  jan 2027", "money", JANUARY),
        ("being listened to 2027-01", "being listened to", JANUARY),
        ("money Q1 2024", "money", Period(date(2024, 1, 1), date(2024, 3, 31))),
        ("money last month", "money", JANUARY),
        ("money last quarter", "money", Period(date(2026, 10, 1), date(2026, 12, 31))),
        ("money 2026", "money", Period(date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_a_period_stands_at_the_end(typed, before, period):
    assert split_period(typed, TODAY) == (before, period)


NONE = ["", "money", "money 2027-13", "money yesterday", "2027-01 money"]


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_period_is_none(typed):
    assert split_period(typed, TODAY) is None

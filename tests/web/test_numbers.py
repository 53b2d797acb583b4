"""A number of thousands of figures is turned away: Python would not read it."""

import pytest

from core.soundings import NotASounding, days_of
from core.watchwords import OutOfBounds, checked_bound
from web.keeping import number

ENDLESS = "9" * 5_000


def test_a_number_without_end_is_no_number():
    assert [number(typed, 1) for typed in (ENDLESS, "²", "٣", "-1", "", "7")] == [1, 1, 1, 1, 1, 7]
    with pytest.raises(NotASounding):
        days_of(ENDLESS)
    with pytest.raises(OutOfBounds):
        checked_bound(ENDLESS)

"""Rules that hold whichever door it came by."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import dates, masking, said, suppression, working_days
from core.council import Rules
from core.errors import HeardError
from core.facts import HalfDay
from core.summaries import Count


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # Christmas, Boxing Day in lieu
        (date(2027, 3, 25), 1, date(2027, 3, 30)),  # Good Friday and Easter Monday
        (date(2028, 2, 28), 1, date(2028, 2, 29)),  # a leap day is a day
        (date(2026, 11, 27), 0, date(2026, 11, 27)),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(start, count, end):
    assert working_days.add_working_days(start, count) == end


def test_the_day_is_londons_in_summer_too():
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert working_days.london_day(late) == date(2026, 7, 1)
    assert working_days.london_half(datetime(2026, 6, 30, 11, 30, tzinfo=UTC)) is HalfDay.AFTERNOON


def test_dates_are_written_as_the_committee_writes_them():
    assert dates.written(date(2027, 1, 2)) == "2 January 2027"
    assert dates.with_weekday(date(2027, 1, 12)) == "Tuesday 12 January 2027"


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (50, 50)])
def test_one_to_four_are_hidden(number, shown):
    assert suppression.shown(number, 5).number == shown


def test_a_part_is_hidden_where_the_rest_is_small():
    assert suppression.part_shown(28, 31, 5) == Count(None)
    assert suppression.part_shown(31, 31, 5) == Count(31)
    assert suppression.part_shown(3, 31, 5) == Count(None, 5)


def test_the_threshold_never_falls_below_five():
    assert Rules(threshold=10).threshold == 10
    with pytest.raises(ValueError, match="never fall"):
        Rules(threshold=4)


@given(st.text(max_size=300))
def test_what_is_kept_is_what_was_typed(words):
    try:
        kept = said.checked(words, 200)
    except HeardError:
        return
    assert said.checked(kept, 200) == kept
    assert "\r" not in kept


def test_letters_are_composed_and_line_ends_are_plain():
    assert said.checked("cafe\u0301\r\nok", 20) == "caf\u00e9\nok"


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.just("PERSON")), max_size=6)


@given(st.text(alphabet="abc ", max_size=30), SPANS)
def test_nothing_inside_a_masked_span_is_left(words, spans):
    spans = [(start, end, kind) for start, end, kind in spans if start < end <= len(words)]
    hidden = {at for start, end, _ in spans for at in range(start, end)}
    left = "".join(letter for at, letter in enumerate(words) if at not in hidden)
    assert masking.masked(words, spans).replace("[name]", "") == left


def test_a_mask_names_in_plain_words_what_it_hides():
    assert masking.masked("Ring 07700 900123.", [(5, 17, "PHONE")]) == "Ring [phone number]."

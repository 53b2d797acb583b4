"""The board's rules: bands instead of numbers, done only when it is felt, small answers hidden."""

from datetime import UTC, datetime
from itertools import product

import pytest

from core.board import Felt, band, felt_by
from core.brakes import Brake
from core.polls import TooManyChoices, choices_of, results_of


def test_support_is_told_in_bands_and_not_at_all_under_the_threshold():
    assert [band(n, 5) for n in (0, 4, 5, 9, 10, 49, 50, 10_000)] == [
        *(None, None, 5, 5, 10, 20, 50, 500)
    ]
    assert [band(n, 10) for n in (5, 9, 10)] == [None, None, 10]


def test_a_thing_is_done_only_when_enough_young_people_feel_it():
    assert felt_by(0, 0, 5) is Felt.NOT_AGREED
    assert felt_by(4, 0, 5) is Felt.NOT_AGREED
    assert felt_by(5, 0, 5) is Felt.AGREED
    assert felt_by(6, 2, 5) is Felt.AGREED
    assert felt_by(5, 2, 5) is Felt.NOT_AGREED


def test_no_small_number_of_a_poll_is_told_nor_can_be_worked_out():
    for counts in product(range(12), repeat=3):
        told = results_of(counts, 5)
        assert not any(n is not None and 0 < n < 5 for n in told.parts)
        hidden = [n for n, part in zip(counts, told.parts, strict=True) if part is None]
        if hidden and told.at_least is not None:
            assert told.answered is None
            assert len(hidden) > 1 or counts.count(0) == 2
            visible = sum(part or 0 for part in told.parts)
            # Whoever knows from elsewhere how many answered, and takes the numbers away, is left
            # with what may be anything.
            assert not visible or sum(hidden) >= 10


def test_too_few_answers_show_no_number_at_all():
    told = results_of((3, 1, 0), 5)
    assert (told.parts, told.answered, told.at_least) == ((None, None, None), None, None)


def test_plain_answers_are_told_as_they_are():
    told = results_of((12, 7, 0), 5)
    assert (told.parts, told.answered, told.at_least) == ((12, 7, 0), 19, 10)


def test_a_poll_needs_two_to_six_answers_each_once():
    assert choices_of(" Yes \n\nNo\nYes") == ("Yes", "No")
    for typed in ("Yes", "\n".join("abcdefg"), "a\n" + "b" * 300):
        with pytest.raises(TooManyChoices):
            choices_of(typed)


def test_a_brake_lets_go_when_its_span_is_over():
    brake = Brake("sample", 3, minutes=10)
    ten = datetime(2027, 1, 12, 10, 0, tzinfo=UTC)
    assert brake.span(ten) == brake.span(ten.replace(minute=9, second=59))
    assert brake.span(ten.replace(minute=10)) == brake.span(ten) + 1

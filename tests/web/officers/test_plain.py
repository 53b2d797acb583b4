"""Facts come out as words that people say."""

from datetime import date
from itertools import pairwise

import pytest

from core import facts
from core.summaries import Count
from core.wants import Want
from web.officers.periods import quarter_of, quarters
from web.officers.plain import WORDS, band, count_words, due_words, in_words

TODAY = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2027, 1, 10), "2 days late"),
        (date(2027, 1, 11), "1 day late"),
        (TODAY, "due today"),
        (date(2027, 1, 13), "due tomorrow"),
        (date(2027, 1, 15), "due Friday 15 January"),
        (date(2028, 1, 15), "due Saturday 15 January 2028"),
    ],
)
def test_due_days_are_told_as_people_say_them(due: date, said: str) -> None:
    assert due_words(due, TODAY) == said


def test_every_fact_that_the_desk_shows_has_words() -> None:
    kinds = (facts.Voice, facts.Door, facts.Kind, facts.Face, facts.Permission, facts.Worry)
    for kind in (*kinds, facts.Feeling, facts.State, facts.Role, Want):
        assert {(kind, fact.value) for fact in kind} <= WORDS.keys()
    assert in_words(None) == ""


def test_no_score_is_shown_as_a_figure() -> None:
    assert [band(s) for s in (0.99, 0.5, 0.1)] == ["very likely", "likely", "possible"]


def test_hidden_counts_say_why_they_are_hidden() -> None:
    counts = (Count(1234), Count(0), Count(None, 5), Count(None))
    assert [count_words(c) for c in counts] == ["1,234", "0", "fewer than 5", "not shown"]


def test_a_quarter_holds_the_day_and_the_quarters_join() -> None:
    for day in (date(2028, 2, 29), date(2027, 12, 31), date(2027, 10, 1)):
        span = quarter_of(day).period
        assert span.start <= day <= span.end
    named = quarters(TODAY, 3)
    assert [q.name for q in named][:2] == ["January to March 2027", "October to December 2026"]
    assert all((a.period.start - b.period.end).days == 1 for a, b in pairwise(named))


def test_facts_of_two_kinds_with_one_name_keep_their_own_words() -> None:
    assert (in_words(facts.Kind.CONCERN), in_words(facts.Worry.CONCERN)) == ("A concern", "Worry")
    assert in_words(facts.Face.GOOD) == "Good"

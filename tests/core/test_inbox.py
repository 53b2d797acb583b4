"""The inbox's own rules, without books: the order, and filters that never break a link."""

from datetime import date

import pytest

from core.facts import State, Worry
from core.inbox import DONE, Sieve, days_due, sieve_of, urgency


def place(worry=Worry.NONE, state=State.RECEIVED, *, asked=False, decided=False):
    return urgency(worry, state, asked_for_help=asked, decided=decided)


def test_worry_counts_until_the_view_is_answered_and_reading_moves_nothing():
    order = [place(asked=True), *(place(w) for w in (Worry.URGENT, Worry.CONCERN, Worry.UNREAD))]
    order += [place(), place(Worry.URGENT, State.ANSWERED)]
    assert order == sorted(set(order))
    assert place(state=State.READ) == place(state=State.GROUPED) == place()
    assert place(Worry.URGENT, State.ANSWERED, decided=True) == DONE


def test_what_nobody_knows_shows_everything():
    odd = {"voice": "<script>", "theme": "\0", "due": "never", "owner": "x", "worry": "urgent"}
    assert sieve_of(odd, frozenset({"money"})) == Sieve(worry="urgent")
    assert Sieve(worry="urgent", theme="money").chosen() == {"worry": "urgent", "theme": "money"}


EDGES = [(11, "late"), (12, "soon"), (19, "soon"), (20, "later")]


@pytest.mark.parametrize(("day", "found"), EDGES)
def test_each_day_is_late_or_soon_or_later_and_never_two_of_them(day, found):
    today, due = date(2027, 1, 12), date(2027, 1, day)
    spans = {name: days_due(name, today) for name in ("late", "soon", "later")}
    assert [name for name, (first, last) in spans.items() if first <= due <= last] == [found]

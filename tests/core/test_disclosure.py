"""Disclosure control: what is printed of a table, and what an attacker could work out of it."""

import itertools
import random
from dataclasses import replace
from datetime import date

import pytest

from core.differencing import Asked, Overlaps, guarded
from core.disclosure import Sum, Table, breakdown, protect
from core.intervals import Interval, intervals
from core.releases import Release
from core.summaries import Count, Period

HIDDEN = Count(None)


def by_trying(equations, most):
    """The least and most of each unknown, by trying every whole number there is."""
    keys = list(dict.fromkeys(key for known, _ in equations for key in known))
    found = [
        dict(zip(keys, told, strict=True))
        for told in itertools.product(range(most + 1), repeat=len(keys))
        if all(
            sum(sign * told[keys.index(key)] for key, sign in known.items()) == right
            for known, right in equations
        )
    ]
    return {k: Interval(min(f[k] for f in found), max(f[k] for f in found)) for k in keys}


def test_the_attackers_sum_is_right():
    chance = random.Random(4)
    for _ in range(60):
        truth = [chance.choice([0, 0, 1, 2, 4]) for _ in range(5)]
        equations = [({0: 1, 1: 1, 2: 1, 3: 1, 4: 1}, sum(truth))]
        for _ in range(2):
            some = chance.sample(range(5), 3)
            equations.append((dict.fromkeys(some, 1), sum(truth[k] for k in some)))
        assert intervals(equations) == by_trying(equations, sum(truth))


def test_one_small_part_takes_another_with_it():
    whole, parts = breakdown({"a": 3, "b": 9, "c": 26}, 5)
    assert (whole, parts) == (Count(38), {"a": HIDDEN, "b": HIDDEN, "c": Count(26)})


def test_a_part_that_is_everybody_is_hidden_where_it_tells_something():
    assert breakdown({"awful": 8, "good": 0}, 5, telling=True)[1]["awful"] == HIDDEN
    assert breakdown({"web": 8, "slack": 0}, 5)[1]["web"] == Count(8)


def test_fewer_than_five_is_said_only_of_a_number_that_is_hidden_alone():
    table = Table(
        {"all": 40, "a": 3, "rest": 37}, (Sum("all", ("a", "rest")),), frozenset({"rest"})
    )
    assert protect(table, 5)["a"] == Count(None, under=5)


def test_a_rest_that_is_never_said_is_guarded_too():
    table = Table({"all": 9, "a": 7, "rest": 2}, (Sum("all", ("a", "rest")),), frozenset({"rest"}))
    assert protect(table, 5) == {"all": Count(9), "a": HIDDEN}


def grid(chance):
    places = itertools.product(range(4), range(3))
    cells: dict[object, int] = {place: chance.choice([0, 0, 1, 2, 3, 6, 9]) for place in places}
    sums = []
    for row in range(4):
        parts = tuple((row, c) for c in range(3))
        cells["row", row] = sum(cells[p] for p in parts)
        sums.append(Sum(("row", row), parts))
    for column in range(3):
        parts = tuple((r, column) for r in range(4))
        cells["column", column] = sum(cells[p] for p in parts)
        sums.append(Sum(("column", column), parts))
    cells["all"] = sum(cells["row", r] for r in range(4))
    sums.append(Sum("all", tuple(("row", r) for r in range(4))))
    return Table(cells, tuple(sums))


def attacked(table, shown):
    """What somebody can tell of each hidden number."""
    equations = []
    for one in table.sums:
        known, right = {}, 0
        for key, sign in ((one.whole, -1), *((part, 1) for part in one.parts)):
            if shown[key].number is None:
                known[key] = sign
            else:
                right -= sign * shown[key].number
        equations.append((known, right))
    return intervals(equations)


@pytest.mark.parametrize("threshold", [5, 10])
def test_no_small_number_of_a_crossed_table_can_be_told(threshold):
    chance = random.Random(threshold)
    for _ in range(40):
        table = grid(chance)
        shown = protect(table, threshold)
        for key, told in attacked(table, shown).items():
            if 0 < table.cells[key] < threshold:
                assert told.width >= threshold, (key, table.cells[key], told)
        assert not any(c.number is not None and 0 < c.number < threshold for c in shown.values())


JANUARY, FEBRUARY = date(2027, 1, 31), date(2027, 2, 28)
FIRST, BOTH = Period(date(2027, 1, 1), JANUARY), Period(date(2027, 1, 1), FEBRUARY)
KEYS = ("v/received", "v/theme/money", "v/not/money")
SUMS = (Sum(KEYS[0], KEYS[1:]),)


def look_at(january, february):
    """January alone, or both months, or February as the rest of them."""

    def look(period):
        days = [january] * (period.start <= JANUARY) + [february] * (period.end > JANUARY)
        return {key: sum(one[place] for one in days) for place, key in enumerate(KEYS)}

    return look


def released(id_, period, look, earlier):
    counts = guarded(Asked(period, look, SUMS), earlier, 5)
    return Release(id_, period, counts, "", FEBRUARY)


def test_two_releases_do_not_give_a_few_people_away_by_their_difference():
    look = look_at((40, 20, 20), (12, 3, 9))
    first = released("1", FIRST, look, [])
    assert first.count("v", "theme", "money") == Count(20)
    both = released("2", BOTH, look, [first])
    assert both.count("v", "received") == Count(52)
    assert both.count("v", "theme", "money") == HIDDEN
    assert released("3", BOTH, look, []).count("v", "theme", "money") == Count(23)


def test_a_difference_is_guarded_though_the_books_have_moved_on():
    look = look_at((40, 20, 20), (30, 15, 15))
    first = released("1", FIRST, look, [])
    printed_long_ago = replace(first, counts={**first.counts, "v/theme/money": Count(33)})
    both = released("2", BOTH, look, [printed_long_ago])
    assert both.count("v", "theme", "money") == HIDDEN


def test_days_that_overlap_in_part_are_refused():
    look = look_at((40, 20, 20), (30, 15, 15))
    first = released("1", FIRST, look, [])
    with pytest.raises(Overlaps, match="1 January 2027 to 31 January 2027"):
        released("2", Period(date(2027, 1, 9), FEBRUARY), look, [first])

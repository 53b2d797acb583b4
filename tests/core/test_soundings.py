"""The pulse's numbers: nothing small, no small team, and nothing that can be worked out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.soundings import NotASounding, Team, choices_of, days_of, results_of, teams_of

TEAMS = tuple(Team(name, f"C0{name}", name) for name in ("East", "West", "North"))
NUMBERS = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3)


def told(rows):
    counts = {(t.id, p): n for t, row in zip(TEAMS, rows, strict=True) for p, n in enumerate(row)}
    return results_of(counts, TEAMS, 3, 5)


def test_large_teams_are_told_apart():
    found = told([[9, 8, 7], [10, 6, 8], [7, 12, 5]])
    assert [count.number for count in found.parts] == [26, 26, 20]
    assert [name for name, _ in found.teams] == ["East", "West", "North"]


def test_a_team_of_fewer_than_five_is_not_told_nor_found_by_subtraction():
    found = told([[9, 8, 7], [10, 6, 8], [2, 1, 0]])
    names = {name for name, _ in found.teams}
    assert "North" not in names
    assert len(names) < 2


def test_what_all_said_is_told_even_where_a_team_must_be_hidden():
    found = told([[9, 6, 7], [11, 8, 6], [2, 1, 0]])
    assert [count.number for count in found.parts] == [22, 15, 13]
    assert [name for name, _ in found.teams] == ["West"]


def test_a_team_of_one_mind_is_not_told_apart():
    assert "East" not in dict(told([[9, 0, 0], [10, 6, 8], [7, 12, 5]]).teams)


def test_too_few_answers_tell_nothing():
    found = told([[1, 1, 0], [1, 0, 0], [0, 0, 0]])
    assert found.answered.number is None
    assert found.teams == ()


@settings(max_examples=60, deadline=None)
@given(NUMBERS)
def test_no_small_number_is_shown_or_left_over_by_a_subtraction(rows):
    found = told(rows)
    shown = [found.answered, *found.parts, *(c for _, parts in found.teams for c in parts)]
    assert not any(count.number is not None and 0 < count.number < 5 for count in shown)
    apart = dict(found.teams)
    for place, whole in enumerate(found.parts):
        rest = [row[place] for team, row in zip(TEAMS, rows, strict=True) if team.name not in apart]
        if apart and rest and whole.number is not None:
            assert not 0 < sum(rest) < 5


def test_what_is_typed_at_the_desk_is_read_or_explained():
    assert choices_of(" Yes \n\nNo\nYes") == ("Yes", "No")
    assert teams_of("East team = C0123ABCD\nA = B = C0124") == (
        Team("East team", "C0123ABCD"),
        Team("A = B", "C0124"),
    )
    assert days_of("14") == 14
    for wrong in (
        lambda: choices_of("Yes"),
        lambda: choices_of("x" * 61 + "\nNo"),
        lambda: teams_of("East team"),
        lambda: teams_of("A = C0123\nB = C0123"),
        lambda: days_of("0"),
    ):
        with pytest.raises(NotASounding):
            wrong()

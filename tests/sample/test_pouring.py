"""Pouring: every voice comes in by intake on its own past day, and nobody is told of it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from core.errors import NotAllowed
from core.facts import Officer, Permission, Role, State
from core.summaries import Period
from sample import staff
from sample.crowd import crowd
from sample.pouring import MINUTES, check_quotes, pour, pour_minutes
from services import accounts, desk, digest, health
from tagging import default_tagger

PEOPLE = crowd()


@pytest.fixture
def officer(house) -> Officer:
    """The sample officer who reads."""
    staff.hire(house)
    return staff.reader(house)


def test_a_week_is_poured_on_both_engines_with_its_reading_and_its_answers(house, officer):
    some = [p for p in PEOPLE if 85 <= p.days_ago <= 92]
    assert pour(house, officer, some) == len(some)
    assert desk.waiting(house, officer) == ()
    with house.store.reading() as books:
        day = house.now().date()
        views = books.views.between(day - timedelta(days=92), day - timedelta(days=85))
    assert Counter(view.state for view in views) == {State.ANSWERED: len(some)}


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_whole_crowd_comes_in_once_and_the_books_stand_as_after_fourteen_months(house, officer):
    assert pour(house, officer, PEOPLE) == len(PEOPLE)
    assert check_quotes(house, staff.second(house)) > 10
    queue = desk.waiting(house, officer)
    assert sum(line.state is State.RECEIVED for line in queue) == sum(
        person.agreed is None for person in PEOPLE
    )
    assert len(queue) < 60
    today = house.now().date()
    found = digest.summarise(
        house, officer, Period(today - timedelta(days=120), today - timedelta(days=30))
    )
    counts = [(line.young_people.number, line.practitioners.number) for line in found.themes]
    assert any(young is not None and staff_ is not None for young, staff_ in counts)
    assert any(young is None for young, _ in counts)
    assert any(line.quotes for line in found.themes)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_words_are_quoted_with_every_name_and_place_masked(house, officer):
    some = [p for p in PEOPLE if p.agreed and p.said.permission is Permission.EVERYONE]
    named = [p for p in some if p.names]
    assert len(named) >= 10
    pour(house, officer, some)
    check_quotes(house, staff.second(house))
    today = house.now().date()
    quotes = []
    for first in range(0, 430, 30):
        start = today - timedelta(days=first + 89)
        found = digest.summarise(house, officer, Period(start, today - timedelta(days=first)))
        quotes += [quote.words for line in found.themes for quote in line.quotes]
    assert len(set(quotes)) >= 10
    assert any("[" in words for words in quotes)
    names = [re.escape(name) for one in named for name, _ in one.names]
    assert [words for words in quotes if re.search(rf"\b({'|'.join(names)})\b", words)] == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_public_minutes_stand_in_a_summary_and_come_in_once(house, officer):
    house = replace(house, tagger=default_tagger())
    assert pour_minutes(house) >= 10
    assert pour_minutes(house) == 0
    today = house.now().date()
    found = digest.summarise(house, officer, Period(today, today))
    sources = {said.source for line in found.themes for said in line.statements}
    assert len(sources) == len(list(MINUTES.glob("*.txt"))) == 2


def test_a_name_is_where_the_line_says_that_it_is():
    lost = [n for p in PEOPLE for n, _ in p.names if not re.search(rf"\b{n}\b", p.said.words)]
    assert lost == []


def test_nobody_is_told_of_an_invented_child(house, officer):
    worried = [p for p in PEOPLE if p.said.words.startswith(("My carer grabs", "I ran away"))]
    assert len(worried) == 2
    pour(house, officer, worried)
    assert health.look(house).waiting_notices == 0


def test_there_is_one_officer_for_each_role_and_its_number_signs_in(house, now):
    passes = staff.hire(house)
    assert [one.role for one in passes] == [str(role) for role, _, _ in staff.CAST]
    assert {one.role for one in passes} == {str(role) for role in Role}
    for one in passes:
        token = accounts.sign_in(house, one.email, one.password, one.number(now().timestamp()))
        officer = accounts.officer_of(house, token)
        assert officer is not None
        assert officer.roles == {Role(one.role)}


def test_only_an_officer_who_may_read_can_pour(house):
    staff.hire(house)
    with pytest.raises(NotAllowed):
        pour(house, staff.AT_THE_COMMAND_LINE, PEOPLE[:1])


def test_passes_are_kept_for_this_user_alone(house, tmp_path):
    passes = staff.hire(house)
    place = tmp_path / "officers.json"
    staff.keep(passes, place)
    assert staff.kept(place) == passes
    assert place.stat().st_mode & 0o077 == 0

"""New themes: what fits nowhere is gathered, and an officer adopts, merges or dismisses it."""

from dataclasses import dataclass, field

import pytest

from core.facts import Suggestions, ThemeScore, Worry
from core.new_themes import DecidedAlready, Fate, Find, Member
from core.schooling import Stage
from core.summaries import Period
from core.theming import CannotKeepTheme, ThemeWords
from services import machine_jobs, new_themes, readback, review, withdrawing
from services.machine_jobs import Hands
from tests.services.people import grouped, participation_worker
from tests.services.readers import Full, tell, view_of
from tests.services.test_machine_jobs import Shelf

NAME = "Waits for bus pass are too long"


@dataclass
class Unsure:
    """Finds a likely theme only where the words say "money"."""

    def suggest(self, text):
        score = 0.9 if "money" in text else 0.3
        themes = (ThemeScore("money", score),)
        picked = ("money",) if score > 0.5 else ()
        return Suggestions(themes, picked, worry=Worry.NONE, language="en", method="unsure")


@dataclass
class All:
    """Puts everything that it is given together."""

    given: list[str] = field(default_factory=list)

    def find(self, strays):
        self.given = [one.words for one in strays]
        members = tuple(Member(one.view_id, 0, 6) for one in strays)
        return [Find(NAME, members)] if members else []


@pytest.fixture
def tagger():
    return Unsure()


@pytest.fixture
def by(house):
    return participation_worker(house)


def look(house, by, finder):
    day = house.now().date()
    new_themes.ask_to_look(house, by, Period(day, day))
    machine_jobs.do_next(house, Hands(Shelf(), Full(), finder, lambda: False))
    with house.store.reading() as books:
        assert books.schooling.jobs(1)[0].stage is Stage.DONE


def test_only_what_fits_nowhere_is_gathered_and_each_reading_is_logged(house, by):
    strays = [tell(house, f"No bus pass yet, {n}.") for n in range(3)]
    tell(house, "My money is late.")
    grouped(house, by, ("money",), words="Agreed to be about something.")
    _, corrected = grouped(house, by, ("money",), words="It was about my bus pass.")
    readback.correct(house, corrected, (), nothing_fits=True)
    finder = All()
    look(house, by, finder)
    assert sorted(finder.given) == [
        "It was about my bus pass.",
        *(f"No bus pass yet, {n}." for n in range(3)),
    ]
    (found,) = new_themes.proposals(house, by)
    assert (found.name, found.first_on) == (NAME, house.now().date())
    _, said = new_themes.open_one(house, by, found.id)
    assert {one.clause for one in said} == {"No bus", "It was"}
    stray = view_of(house, strays[0]).id
    with house.store.reading() as books:
        assert [line.verb for line in books.audit.lines(stray)] == ["read"]


def test_an_adopted_theme_is_suggested_for_its_views_and_agreed_by_nobody(house, by):
    codes = [tell(house, f"No bus pass yet, {n}.") for n in range(3)]
    look(house, by, All())
    (found,) = new_themes.proposals(house, by)
    with pytest.raises(CannotKeepTheme):
        new_themes.adopt(house, by, found.id, ThemeWords(""))
    key = new_themes.adopt(house, by, found.id, ThemeWords(NAME, stance=NAME))
    assert house.themes().by_key[key].stance == NAME
    opened = review.open_view(house, by, view_of(house, codes[0]).id)
    assert (key in opened.picked, opened.agreed) == (True, None)
    with pytest.raises(DecidedAlready):
        new_themes.dismiss(house, by, found.id)
    (decided,) = new_themes.proposals(house, by)
    assert (decided.fate, decided.became) == (Fate.ADOPTED, key)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_was_dismissed_is_not_proposed_again_and_goes_with_its_words(house, by):
    codes = [tell(house, f"No bus pass yet, {n}.") for n in range(3)]
    look(house, by, All())
    new_themes.dismiss(house, by, new_themes.proposals(house, by)[0].id)
    look(house, by, All())
    assert [one.fate for one in new_themes.proposals(house, by)] == [Fate.DISMISSED]
    withdrawing.withdraw(house, codes[0])
    assert new_themes.proposals(house, by) == ()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_one_that_belongs_to_a_theme_leaves_decisions_alone(house, by):
    view_id, code = grouped(house, by, ("money",), words="About my bus pass.")
    readback.correct(house, code, (), nothing_fits=True)
    codes = [tell(house, f"No bus pass yet, {n}.") for n in range(2)]
    look(house, by, All())
    (found,) = new_themes.proposals(house, by)
    new_themes.merge(house, by, found.id, "education")
    assert "education" in review.open_view(house, by, view_of(house, codes[0]).id).picked
    decided = review.open_view(house, by, view_id)
    assert (decided.agreed, "education" in decided.picked) == (("money",), False)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_find_that_is_too_small_without_what_is_kept_apart_is_not_there(house, by, monkeypatch):
    codes = [tell(house, f"No bus pass yet, {n}.") for n in range(3)]
    look(house, by, All())
    hidden = frozenset({view_of(house, codes[0]).id})
    monkeypatch.setattr("services.sight.counted_nowhere", lambda books: hidden)
    assert new_themes.proposals(house, by) == ()
    finder = All()
    look(house, by, finder)
    assert len(finder.given) == 2

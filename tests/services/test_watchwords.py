"""The words that raise a worry are changed in a draft, tried, and live at every door."""

from dataclasses import replace

import pytest

from core.facts import Role, Worry
from core.watchwords import SHIPPED, NotAPhrase, OutOfBounds, checked_bound, checked_word
from services import intake, machine, watchwords
from services.house import House
from tagging import quick_tagger
from tests.services.people import officer, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
TOLD = "My social worker says the rota is a zibbledork on Tuesdays, and I like my school."
WORD = ("unsafe_home", "Zibbledork", "urgent")


@pytest.fixture(scope="module")
def real():
    return quick_tagger()


@pytest.fixture
def house(house, real):
    return replace(house, tagger=real.tried_with(SHIPPED))


@pytest.fixture
def lead(house):
    return officer(house, Role.SAFEGUARDING)[0]


def worry_of(house):
    """The worst worry among all views, after one more was sent."""
    intake.receive(house, said(TOLD))
    with house.store.reading() as books:
        return max((view.worry for view in books.views.waiting()), key=machine.ORDER.index)


def test_a_draft_counts_for_nothing_until_it_is_live_and_then_in_every_process(house, lead):
    other = House(store=house.store, tagger=quick_tagger(), council=house.council, now=house.now)
    watchwords.change(house, lead, lambda now: now.add(checked_word(*WORD)))
    assert worry_of(house) is Worry.NONE
    sheet = watchwords.try_out(house, lead)
    assert (sheet.tried, len(sheet.caught), sheet.missed) == (1, 1, ())
    with pytest.raises(watchwords.NoReasonGiven):
        watchwords.go_live(house, lead, " ", sheet.mark)
    watchwords.change(house, lead, lambda now: replace(now, raise_from=60))
    with pytest.raises(watchwords.NotTried):
        watchwords.go_live(house, lead, "Not what was tried.", sheet.mark)
    sheet = watchwords.try_out(house, lead)
    watchwords.go_live(house, lead, "A new word at school.", sheet.mark)
    assert worry_of(house) is Worry.URGENT
    watchwords.take_up(other, other.tagger)
    assert other.tagger.suggest(TOLD).worry is Worry.URGENT
    assert watchwords.look(house, lead).editions[0].why == "A new word at school."


def test_what_a_draft_would_miss_is_shown_on_past_views_and_on_the_tuning_texts(house, lead, real):
    told = "he hits me"
    intake.receive(house, said(told))
    phrases = [one for one in real.shipped() if one.phrase in ("hits me", "he hits me")]
    assert phrases
    watchwords.change(house, lead, lambda now: replace(now, dropped=frozenset(phrases)))
    watchwords.change(house, lead, lambda now: replace(now, learned_from=90, raise_from=90))
    sheet = watchwords.try_out(house, lead)
    assert len(sheet.missed) == 1
    assert sheet.after["urgent"].raised < sheet.before["urgent"].raised
    assert any(level == "urgent" and not raised for _, level, raised in sheet.turned)
    watchwords.drop_draft(house, lead)
    assert not watchwords.look(house, lead).changed


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("phrase", ["", "  ", "a", "x" * 80, "one two three four five six seven"])
def test_nothing_that_could_be_found_nowhere_is_taken(phrase):
    with pytest.raises(NotAPhrase):
        checked_word("abuse", phrase, "urgent")
    with pytest.raises(OutOfBounds):
        checked_bound(phrase)

"""What nobody can be answered on is filed once it was read; each deed of the desk is undone."""

from dataclasses import replace

import pytest

from core.facts import Door, Role, State, Suggestions, Worry
from core.inbox import Sieve
from services import bulk, erasing, filing, ownership, review, theme_answers
from services.theme_answers import Reply
from tests.services.people import grouped, officer, participation_worker, queue_ids

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


class Worried:
    def suggest(self, text):
        return Suggestions(worry=Worry.CONCERN, language="en", method="test")


def state_of(house, view_id):
    with house.store.reading() as books:
        return books.views.find(view_id).state


def test_a_calm_row_of_a_survey_is_filed_when_agreed_and_goes_on_its_day(house):
    by = participation_worker(house)
    row, _ = grouped(house, by, ("money",), door=Door.SURVEY)
    form, _ = grouped(house, by, ("money",))
    assert (state_of(house, row), state_of(house, form)) == (State.FILED, State.GROUPED)
    assert queue_ids(house, by) == [form]
    assert theme_answers.answer_theme(house, by, Reply("money", "We did it.", "We did it.")) == 1
    for _ in range(370):
        house.now.pass_by(days=1)
        if erasing.tonight(house).words:
            break
    with house.store.reading() as books:
        assert books.views.find(row) is None
        assert books.rollup.total() == books.rollup.recount()


def test_nobody_answers_a_theme_of_which_only_surveys_speak(house):
    by = participation_worker(house)
    grouped(house, by, ("money",), door=Door.SURVEY)
    with pytest.raises(theme_answers.NobodyThere):
        theme_answers.answer_theme(house, by, Reply("money", "We did it.", "We did it."))


def test_undoing_what_was_agreed_opens_a_filed_row_again(house):
    by = participation_worker(house)
    row, _ = grouped(house, by, ("money",), door=Door.SURVEY)
    review.undo_agreement(house, by, row)
    assert state_of(house, row) is State.READ
    opened = review.open_view(house, by, row)
    assert "filed" not in [step.what for step in opened.steps]


def test_one_that_worried_waits_until_somebody_says_that_it_may_go(house):
    by = participation_worker(house)
    row, _ = grouped(replace(house, tagger=Worried()), by, ("money",), door=Door.SURVEY)
    form, _ = grouped(house, by, ("money",))
    assert state_of(house, row) is State.GROUPED
    filing.file(house, by, row)
    assert queue_ids(house, by) == [form]
    filing.reopen(house, by, row)
    assert row in queue_ids(house, by)
    with pytest.raises(filing.NotFiled):
        filing.reopen(house, by, row)
    with pytest.raises(filing.CannotFile):
        filing.file(house, by, form)


def test_a_view_goes_back_to_whoever_had_it_unless_it_moved_on(house):
    by = participation_worker(house)
    other, _ = officer(house, Role.REVIEWER, email="other@council.example")
    view_id, _ = grouped(house, by, ("money",))
    assert ownership.give(house, by, view_id, other.id) is None
    assert ownership.give(house, by, view_id, by.id) == other.id
    ownership.give_back(house, by, view_id, by.id, other.id)
    assert review.open_view(house, other, view_id).attention.owner_id == other.id
    with pytest.raises(ownership.MovedOn):
        ownership.give_back(house, by, view_id, by.id, None)


def test_many_that_were_agreed_at_once_are_undone_at_once(house):
    by = participation_worker(house)
    other, _ = officer(house, Role.REVIEWER, email="other@council.example")
    one, _ = grouped(house, by, ("money",))
    two, _ = grouped(house, by, ("money",))
    read = review.open_view(house, other, two)
    review.agree_themes(house, other, two, ("safety",), read.version)
    assert bulk.undo_all(house, by, (one, two)) == (1, 1)
    assert review.open_view(house, by, one).agreed is None
    assert bulk.sure(house, by, Sieve()).total == 0

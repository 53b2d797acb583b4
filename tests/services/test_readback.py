"""The writer says "that's not what I meant": nothing is overwritten, and the view comes back."""

import pytest

from core.corrections import NothingChosen
from core.errors import SomebodyElseChanged, WrongCode
from core.facts import State
from core.schooling import Version
from services import answers, desk, learning, readback, review, withdrawing
from services.review import UnknownTheme
from tests.services.people import grouped, participation_worker, queue_ids


class Remembering:
    """A school that keeps what it was taught."""

    def teach(self, lessons, *, asked_by, at):
        self.taught = {lesson.words: lesson.themes for lesson in lessons}
        return Version("one", at, asked_by, 0, len(lessons), {}, {})

    def versions(self):
        return ()

    def go_back(self, name):
        return False


@pytest.fixture
def by(house):
    return participation_worker(house)


def test_a_correction_overwrites_nothing_and_brings_an_answered_view_back(house, by):
    view_id, code = grouped(house, by, ("money",))
    answers.reply(house, by, view_id, "We asked for you.")
    assert view_id not in queue_ids(house, by)
    before = review.open_view(house, by, view_id)
    readback.correct(house, code, ("family_time", "safety"))
    (line,) = desk.waiting(house, by)
    assert (line.view_id, line.corrected, line.state) == (view_id, True, State.ANSWERED)
    after = review.open_view(house, by, view_id)
    assert after.agreed == ("money",)
    assert [one.keys for one in after.corrections] == [("family_time", "safety")]
    with pytest.raises(SomebodyElseChanged):
        review.agree_themes(house, by, view_id, ("money",), before.version)
    review.agree_themes(house, by, view_id, ("safety",), after.version)
    assert view_id not in queue_ids(house, by)
    assert readback.read_back(house, code).keys == ("safety",)


def test_none_of_these_is_an_answer_and_the_same_press_twice_is_kept_once(house, by):
    view_id, code = grouped(house, by, ("money",))
    readback.correct(house, code, ("money",), nothing_fits=True)
    version = review.open_view(house, by, view_id).version
    readback.correct(house, code, (), nothing_fits=True)
    opened = review.open_view(house, by, view_id)
    assert opened.version == version
    assert [one.nothing_fits for one in opened.corrections] == [True]
    readback.correct(house, code, ("education",))
    assert [one.open for one in review.open_view(house, by, view_id).corrections] == [False, True]


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_cannot_be_kept_is_said_plainly(house, by):
    view_id, code = grouped(house, by, ())
    for keys, trouble in (((), NothingChosen), (("no_such",), UnknownTheme)):
        with pytest.raises(trouble):
            readback.correct(house, code, keys)
    with pytest.raises(WrongCode):
        readback.correct(house, "no such code at all here", ("money",))
    assert not review.open_view(house, by, view_id).corrections


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_writer_teaches_until_an_officer_decides_again(house, by):
    view_id, code = grouped(house, by, ("money",), words="They took it off me again.")
    readback.correct(house, code, ("safety",))
    school = Remembering()
    learning.retrain(house, school)
    assert school.taught == {"They took it off me again.": ("safety",)}
    review.agree_themes(
        house, by, view_id, ("money",), review.open_view(house, by, view_id).version
    )
    learning.retrain(house, school)
    assert school.taught == {"They took it off me again.": ("money",)}


def test_corrections_are_counted_once_a_view_and_go_with_it(house, by, now):
    _, code = grouped(house, by, ("money",))
    grouped(house, by, ("money",))
    readback.correct(house, code, ("safety",))
    readback.correct(house, code, ("education",))

    def counted():
        with house.store.reading() as books:
            return books.corrections.between(now().date(), now().date())

    assert counted() == {"young_person": 1}
    withdrawing.withdraw(house, code)
    assert not counted()

"""The board and polls, as the books keep them: seen by two, pressed once, nothing joined up."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from core.board import Draft, Felt, NotOnTheBoard, NotYours, Standing
from core.brakes import PRESSED, TooFast
from core.errors import NotAllowed, NothingSaid, SomebodyElseChanged
from core.facts import Role
from core.polls import NotOpen
from services import board, pinboard, polls
from storage import tables
from tests.services.people import officer, participation_worker

ON_ONE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
DRAFT = Draft("money", "We do not know what we can save.", Standing.DONE, "You get a leaflet.")


@pytest.fixture
def writer(house):
    return participation_worker(house)


@pytest.fixture
def other(house):
    return officer(house, Role.REVIEWER, email="other@council.example")[0]


@pytest.fixture
def point(house, writer, other):
    entry_id = board.write(house, writer, DRAFT)
    board.publish(house, other, entry_id, 1)
    return entry_id


def test_nobody_sees_a_point_before_somebody_else_looked_at_it(house, writer, other):
    entry_id = board.write(house, writer, DRAFT)
    assert pinboard.points(house) == ()
    with pytest.raises(NotYours):
        board.publish(house, writer, entry_id, 1)
    with pytest.raises(NotOnTheBoard):
        pinboard.me_too(house, entry_id, "browser", yes=True)
    board.publish(house, other, entry_id, 1)
    (shown,) = pinboard.points(house)
    assert (shown.said, shown.support, shown.felt) == (DRAFT.said, None, Felt.NOT_AGREED)


@ON_ONE
def test_other_words_leave_the_board_until_somebody_else_looked(house, writer, other, point):
    board.rewrite(house, other, point, DRAFT, 2)
    assert pinboard.points(house) == ()
    with pytest.raises(NotYours):
        board.publish(house, other, point, 3)
    with pytest.raises(SomebodyElseChanged):
        board.publish(house, writer, point, 2)
    board.publish(house, writer, point, 3)
    board.take_down(house, writer, point, 4)
    assert pinboard.points(house) == ()


@ON_ONE
def test_who_may_not_write_the_board_does_not(house):
    administrator = officer(house, Role.ADMINISTRATOR)[0]
    for act in (board.entries, polls.polls):
        with pytest.raises(NotAllowed):
            act(house, administrator)
    with pytest.raises(NotAllowed):
        board.write(house, administrator, DRAFT)


def test_a_browser_counts_once_and_can_take_it_back(house, point):
    for number in range(5):
        for _ in range(3):
            pinboard.me_too(house, point, f"browser {number}", yes=True)
    (shown,) = pinboard.points(house, "browser 0")
    assert (shown.support, shown.mine) == (5, True)
    pinboard.me_too(house, point, "browser 0", yes=False)
    (shown,) = pinboard.points(house, "browser 0")
    assert (shown.support, shown.mine) == (None, False)


@ON_ONE
def test_it_is_done_when_young_people_say_that_they_feel_it(house, point):
    for number in range(5):
        pinboard.say_felt(house, point, f"browser {number}", yes=False)
    assert pinboard.points(house)[0].felt is Felt.NOT_AGREED
    for number in range(5):
        pinboard.say_felt(house, point, f"browser {number}", yes=True)
    (shown,) = pinboard.points(house, "browser 0")
    assert (shown.felt, shown.said_felt) == (Felt.AGREED, True)


@ON_ONE
def test_presses_of_one_browser_cannot_be_joined_up(house, writer, other, point):
    second = board.write(house, writer, DRAFT)
    board.publish(house, other, second, 1)
    for entry_id in (point, second):
        pinboard.me_too(house, entry_id, "browser", yes=True)
    with house.store.engine.connect() as connection:
        marks = connection.execute(sa.select(tables.board_press.c.browser_mac)).scalars().all()
    assert len(set(marks)) == 2
    assert not any(b"browser" in mark for mark in marks)


def test_a_flood_on_one_point_is_slowed_and_lets_go_by_itself(house, point, now):
    for number in range(PRESSED.most):
        pinboard.me_too(house, point, f"browser {number % 7}", yes=True)
    with pytest.raises(TooFast):
        pinboard.me_too(house, point, "browser", yes=True)
    now.pass_by(minutes=10)
    pinboard.me_too(house, point, "browser", yes=True)


def test_a_poll_is_answered_once_a_browser_and_told_when_it_closes(house, writer):
    poll_id = polls.write(house, writer, "Do you like your school?", "Yes\nNo")
    assert polls.asked_now(house) == ()
    with pytest.raises(NotOpen):
        polls.answer(house, poll_id, 0, "browser")
    polls.open_poll(house, writer, poll_id, 1)
    for number in range(7):
        polls.answer(house, poll_id, 1, f"browser {number}")
        polls.answer(house, poll_id, 0, f"browser {number}")
    with pytest.raises(NotOpen):
        polls.answer(house, poll_id, 2, "browser")
    (asked,) = polls.asked_now(house, "browser 0")
    assert (asked.mine, asked.results) == (0, None)
    assert polls.polls(house, writer)[0].results is None
    polls.close(house, writer, poll_id, 2)
    (asked,) = polls.asked_now(house)
    assert asked.results is not None
    assert asked.results.parts == (7, 0)
    with pytest.raises(NotOpen):
        polls.answer(house, poll_id, 0, "browser")


@ON_ONE
def test_an_empty_point_or_question_is_not_kept(house, writer):
    with pytest.raises(NothingSaid):
        board.write(house, writer, Draft("money", " ", Standing.WILL, "Something."))
    with pytest.raises(NothingSaid):
        polls.write(house, writer, " ", "Yes\nNo")


@ON_ONE
def test_nobody_said_me_too_to_words_that_came_later(house, writer, other, point):
    def pressed(draft, version):
        for browser in range(5):
            pinboard.me_too(house, point, f"{browser}", yes=True)
            pinboard.say_felt(house, point, f"{browser}", yes=True)
        board.rewrite(house, writer, point, draft, version)
        board.publish(house, other, point, version + 1)
        (shown,) = pinboard.points(house)
        return shown.support, shown.felt

    assert pressed(DRAFT, 2) == (5, Felt.AGREED)
    assert pressed(replace(DRAFT, answer="You get a letter."), 4) == (5, Felt.NOT_AGREED)
    assert pressed(replace(DRAFT, said="We want bus passes."), 6) == (None, Felt.NOT_AGREED)

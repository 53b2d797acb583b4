"""The board as a young person sees it: no account, one press a browser, taken back at will."""

import pytest

from core.board import Draft, Standing
from core.facts import Role
from services import board, polls
from tests.services.people import officer, participation_worker
from tests.web.public.conftest import Visitor

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def shown(house):
    """The ids of a point on the board and of an open poll."""
    writer = participation_worker(house)
    other = officer(house, Role.REVIEWER, email="other@council.example")[0]
    draft = Draft("money", "We do not know what we can <b>save</b>.", Standing.DONE, "A leaflet.")
    point = board.write(house, writer, draft)
    board.publish(house, other, point, 1)
    poll = polls.write(house, writer, "Do you like your school?", "Yes\nNo")
    polls.open_poll(house, writer, poll, 1)
    return point, poll


def test_everyone_sees_it_and_presses_once_without_an_account(visitor: Visitor, shown):
    point, _ = shown
    page = visitor.get("/board").text
    assert "We do not know what we can &lt;b&gt;save&lt;/b&gt;." in page
    assert "The council says this is done. Young people have not agreed yet." in page
    there = visitor.send("/board", "/board/me-too", on=point, yes="yes")
    assert (there.status_code, there.location) == (303, f"/board#p{point[:8]}")
    page = visitor.get("/board").text
    assert "Take it back" in page
    assert "more people" not in page


def test_an_answer_is_remembered_by_this_browser_alone(visitor: Visitor, shown, app):
    _, poll = shown
    visitor.send("/board", "/board/answer", on=poll, choice="1")
    assert 'value="1" checked' in visitor.get("/board").text
    assert "checked" not in Visitor(app).get("/board").text


def test_an_answer_that_is_not_there_is_explained(visitor: Visitor, shown):
    _, poll = shown
    for choice in ("", "7", "-1", "x", "²", "9" * 50):
        page = visitor.send("/board", "/board/answer", on=poll, choice=choice)
        assert page.status_code == 409, choice
        assert "That question is closed now." in page.text


def test_a_point_that_is_gone_is_explained(visitor: Visitor, shown):
    page = visitor.send("/board", "/board/me-too", on="nothing", yes="yes")
    assert page.status_code == 404
    assert "not on the board any more" in page.text

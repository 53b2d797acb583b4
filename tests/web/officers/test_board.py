"""The board and polls at the desk: written by one, looked at by another, names pointed out."""

import pytest

from core.facts import Role
from tests.conftest import Now
from tests.web.officers.conftest import Desk, Staff

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
POINT = {"theme": "money", "said": "Sarah wants to save.", "standing": "will", "answer": "We will."}


def test_a_point_is_written_by_one_and_shown_by_another(staff: Staff, worker: Desk, now: Now):
    worker.get("/desk/board")
    page = worker.follow(worker.post("/desk/board/write", **POINT))
    assert "Somebody else has to look" in page.said()
    assert "May be a name, a place or a number: Sarah" in page.said()
    fields = {"entry": page.value("entry"), "version": page.value("version")}
    page = worker.follow(worker.post("/desk/board/publish", **fields))
    assert "Somebody else has to look at this" in page.said()
    now.pass_by(minutes=1)
    other = staff.sign_in(Role.REVIEWER)
    other.get("/desk/board")
    page = other.follow(other.post("/desk/board/publish", **fields))
    assert "Everyone can see it now." in page.said()
    assert "Sarah wants to save." in other.get("/board").text


def test_what_was_typed_comes_back_where_something_is_wrong(worker: Desk):
    worker.get("/desk/board")
    page = worker.post("/desk/board/write", **POINT | {"answer": " "})
    assert page.status == 422
    assert "Sarah wants to save." in page.said("textarea[@id='said']")


def test_a_poll_is_typed_asked_and_closed(worker: Desk):
    worker.get("/desk/polls")
    typed = {"question": "Do you like your school?", "choices": "Yes\nNo"}
    page = worker.follow(worker.post("/desk/polls/write", **typed))
    assert "Nobody sees it yet" in page.said()
    for verb, told in (("open", "It is asked now"), ("close", "It is closed")):
        fields = {"poll": page.value("poll"), "version": page.value("version")}
        page = worker.follow(worker.post(f"/desk/polls/{verb}", **fields))
        assert told in page.said()
    assert "Too few people answered" in worker.get("/board").text

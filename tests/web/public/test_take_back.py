"""Taking words back on the look-back page: asked once more, at one address, the code nowhere."""

import pytest

from core.errors import NotSaved
from core.facts import Role
from services import desk, review, withdrawing
from services.house import House
from storage import tables
from tests.services.people import decided, officer
from tests.services.test_withdrawing import rows
from tests.web.public.conftest import Visitor
from web.public import take_back

GONE = "You took this back on Tuesday 12 January 2027."


@pytest.fixture
def code(visitor: Visitor) -> str:
    """The code of one view, opened on the look-back page."""
    visitor.send("/write", words="canary: the stairs are cold")
    made = visitor.code()
    visitor.send("/look-back", code=made)
    return made


def views(house: House) -> int:
    return len(rows(house)[tables.view])


def test_two_steps_take_it_back_and_the_code_stands_nowhere(
    visitor: Visitor, code: str, house: House
) -> None:
    page = visitor.get("/look-back")
    assert ">\n  Take it back" in page.text
    for answer, told, left in (("ask", "Do you want to take it back?", 1), ("yes", GONE, 0)):
        page = visitor.press("take_back", answer=answer)
        assert told in page.text
        assert views(house) == left
        assert code not in page.text + str(page.headers)
    assert "Take it back" not in page.text
    assert "What happened next" not in page.text
    visitor.press("close")
    visitor.send("/look-back", code=code)
    assert GONE in visitor.get("/look-back").text


def test_no_keeps_it_and_yes_counts_only_where_it_was_asked(
    visitor: Visitor, code: str, house: House
) -> None:
    visitor.press("take_back", answer="yes")
    visitor.press("take_back", answer="ask")
    visitor.press("take_back", answer="no")
    visitor.press("take_back", answer="yes")
    assert "What happened next" in visitor.get("/look-back").text
    assert views(house) == 1


def test_yes_pressed_twice_is_harmless(visitor: Visitor, code: str) -> None:
    visitor.press("take_back", answer="ask")
    fields = visitor.tokens(visitor.get("/")) | {"do": "take_back", "answer": "yes"}
    for _ in range(2):
        assert visitor.post("/", fields).status_code == 303
        assert GONE in visitor.get("/look-back").text


def test_the_limits_are_said_before_the_last_press(visitor: Visitor, code: str) -> None:
    visitor.press("take_back", answer="ask")
    page = visitor.get("/look-back").text
    for limit in ("report that is already out stays", "keep children safe may know", "30 days"):
        assert page.index(limit) < page.index("Yes, take it back")


def test_whoever_asked_for_help_is_told_that_a_person_reads_it_first(
    visitor: Visitor, house: House
) -> None:
    visitor.send("/write", words="Please ring me.", unsafe="yes")
    visitor.send("/look-back", code=visitor.code())
    visitor.press("take_back", answer="ask")
    page = visitor.get("/look-back").text
    assert "A person has to read it first" in page
    assert "0800 1111" in page
    assert "Yes, take it back" not in page
    visitor.press("take_back", answer="yes")
    assert views(house) == 1
    by = officer(house, Role.REVIEWER)[0]
    view_id = desk.waiting(house, by)[0].view_id
    review.open_view(house, by, view_id)
    assert "Yes, take it back" in visitor.get("/look-back").text
    assert "We have to keep this for now" in visitor.press("take_back", answer="yes").text
    decided(house, view_id)
    visitor.press("take_back", answer="yes")
    assert views(house) == 0


def test_where_it_cannot_be_done_now_the_page_says_that_it_is_still_here(
    visitor: Visitor, code: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise NotSaved

    visitor.press("take_back", answer="ask")
    monkeypatch.setattr(withdrawing, "_take_back", away)
    page = visitor.press("take_back", answer="yes")
    assert page.status_code == 503
    assert take_back.NOT_NOW in page.text
    assert views(house) == 1


def test_without_a_code_there_is_only_the_box_for_one(visitor: Visitor) -> None:
    for answer in ("ask", "yes", "no", ""):
        assert "Look back with your code" in visitor.press("take_back", answer=answer).text

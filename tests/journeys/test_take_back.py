"""Somebody takes their words back in a real browser: two presses, one address."""

import pytest

from services import desk, review
from services.house import House
from tests.journeys import street as here
from tests.journeys.street import Walker
from tests.services.people import decided, participation_worker

street, walker = here.street, here.walker
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]


def test_words_are_taken_back_in_two_presses_at_one_address(
    walker: Walker, house: House, page_checker: list[str], tmp_path
) -> None:
    page = walker.page
    walker.open("/write")
    page.get_by_label("What do you want to say?").fill("The stairs are cold.")
    page.get_by_label("I feel unsafe. Please contact me.").check()
    walker.press("Send")
    code = page.inner_text("#code")
    walker.open("/look-back")
    page.get_by_label("Your code").fill(code)
    walker.press("Look")
    walker.press("Take it back")
    walker.look("read first")
    assert "A person has to read it first" in page.inner_text("main")
    by = participation_worker(house)
    view_id = desk.waiting(house, by)[0].view_id
    review.open_view(house, by, view_id)
    decided(house, view_id)
    walker.press("Go back")
    walker.press("Take it back")
    walker.look("asked once more")
    walker.press("Yes, take it back")
    walker.look("taken back")
    assert page.url == walker.street.ours + "/"
    assert "You took this back on Tuesday 12 January 2027." in page.inner_text("main")
    assert code not in page.content()
    assert desk.waiting(house, by) == ()
    assert walker.troubles == {}
    assert here.mistakes_in(page_checker, tmp_path, walker.seen) == []

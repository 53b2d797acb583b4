"""With somebody in the room: one press and it is gone, and Back brings nothing of it again."""

import re
import time
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page

from tests.journeys import street as here
from tests.journeys.street import Walker

street, walker = here.street, here.walker
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]
PRESS_SHIFT = """() => {
    for (let i = 0; i < 3; i++) document.dispatchEvent(new KeyboardEvent('keyup', {key: 'Shift'}));
    return document.documentElement.textContent;
}"""
SAID = "words that nobody else may see"


def go_back(page: Page) -> str:
    """Press Back; gives all that can be read there, typed words with it."""
    # A page that comes whole out of the browser's memory gives no sign of its coming.
    with suppress(Error):
        page.go_back(timeout=1_500, wait_until="commit")
    page.wait_for_timeout(300)
    typed = page.evaluate("[...document.querySelectorAll('textarea,input')].map(e => e.value)")
    return page.content() + str(typed)


def type_something(walker: Walker) -> None:
    """Come by the start page, and fill in the form with all questions on it."""
    walker.open("/")
    walker.press("I am a young person")
    walker.press("I want all the questions on one page")
    walker.page.get_by_label("What do you want to say?").fill(SAID)
    walker.page.get_by_label("Awful").check()


def test_back_shows_none_of_our_pages_after_leaving(walker: Walker) -> None:
    type_something(walker)
    begun = time.monotonic()
    with walker.page.expect_navigation(url=walker.street.weather):
        walker.page.get_by_role("link", name="Leave this page").click()
    assert time.monotonic() - begun < 3
    for _ in range(10):
        shown = go_back(walker.page)
        assert SAID not in shown
        assert not walker.page.url.startswith(walker.street.ours)


@pytest.mark.parametrize("way", ["link", "send", "other site", "mistake"])
def test_back_brings_no_typed_words_again(walker: Walker, way: str) -> None:
    page = walker.page
    type_something(walker)
    if way == "link":
        walker.press("What we keep")
    elif way == "other site":
        page.goto(walker.street.weather)
    else:
        if way == "mistake":
            page.get_by_label("What do you want to say?").fill(SAID + "x" * 20_000)
        walker.press("Send")
        walker.press("What we keep")
    for _ in range(4):
        assert SAID not in go_back(page)


def test_leaving_is_in_sight_and_in_reach_at_every_height(walker: Walker) -> None:
    walker.open("/write")
    leave = walker.page.get_by_role("link", name=re.compile("Leave this page"))
    for share in (0, 0.5, 1):
        walker.page.evaluate(f"scrollTo(0, document.body.scrollHeight * {share})")
        box = leave.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= walker.page.viewport_size["width"]  # type: ignore[index] # each walker has one


@pytest.mark.parametrize("walker", here.KINDS[:1], indirect=True)
def test_three_presses_of_shift_leave(walker: Walker) -> None:
    type_something(walker)
    with walker.page.expect_navigation(url=walker.street.weather):
        for _ in range(3):
            walker.page.keyboard.press("Shift")
    assert SAID not in go_back(walker.page)


@pytest.mark.parametrize("walker", here.KINDS[:1], indirect=True)
def test_the_page_is_blank_before_the_weather_comes(walker: Walker) -> None:
    type_something(walker)
    left_on_the_page = walker.page.evaluate(PRESS_SHIFT)
    assert left_on_the_page == ""


@pytest.mark.parametrize("walker", here.KINDS[:1], indirect=True)
def test_capital_letters_do_not_leave(walker: Walker) -> None:
    type_something(walker)
    words = walker.page.get_by_label("What do you want to say?")
    for letter in "MY":
        words.press(f"Shift+{letter}")
    words.press("Shift+A")
    assert walker.page.url == walker.street.ours + "/"

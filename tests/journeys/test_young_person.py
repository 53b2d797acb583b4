"""A young person walks the whole way: says it, gets a code, looks back, reads our answer.

On a desk, on a phone 320 pixels wide and without JavaScript; each page is read by axe and by the
Nu HTML checker. And once with the keyboard alone.
"""

import re

import pytest

from core.stories import OpenedView
from services.house import House
from tests.journeys import street as here
from tests.journeys.street import Walker
from tests.services.people import answer_the_one

street, walker = here.street, here.walker
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]
SAID = "I like my new school. I miss my brother and I want to see him more."
NOTHING_KEPT = """async () => [localStorage.length, sessionStorage.length,
    (await caches.keys()).length, (await indexedDB.databases()).length]"""


def answer_it(house: House, words: str) -> OpenedView:
    """An officer reads the one view, agrees a theme and answers."""
    opened: OpenedView = answer_the_one(house, words, "family_time")
    return opened


def test_what_is_said_comes_back_as_an_answer(
    walker: Walker, house: House, page_checker: list[str], tmp_path
) -> None:
    page, home = walker.page, walker.street.ours + "/"
    walker.open("/")
    walker.look("start")
    walker.press("I am a young person")
    walker.look("hello")
    walker.press("Start")
    for name, told in (
        ("age", "8 to 11"),
        ("news", "A bit of both"),
        ("about", "Seeing my family"),
    ):
        walker.look(name)
        page.get_by_label(told).check()
        walker.press("Go on")
    walker.look("face")
    page.get_by_label("Good", exact=True).check()
    walker.press("Go on")
    page.locator("#words").fill(SAID)
    walker.look("words")
    walker.press("Go on")
    for name in ("like", "wants", "who"):
        walker.look(name)
        walker.press("Skip this one")
    page.get_by_label("Only councillors, in private").check()
    walker.look("quote")
    walker.press("Go on")
    walker.look("check")
    assert SAID in page.inner_text("main")
    walker.press("Choose for each sentence")
    walker.look("sentences")
    walker.press("Save and check")
    walker.press("Send")
    walker.look("sent")
    assert "Look back on Tuesday 26 January 2027." in page.inner_text("main")
    code = page.inner_text("#code")
    assert re.fullmatch(r"[a-z]+(-[a-z]+){5}", code)
    walker.press("I've saved it")
    walker.look("goodbye")
    assert code not in page.content()
    walker.press("Hide my tracks")
    walker.look("tracks")
    see_what_few_see(walker)

    view = answer_it(house, "We will ask for a visit.\nThank you for telling us.")
    assert (view.words, view.topic) == (SAID, "family_time")

    walker.press("Look back with a code")
    walker.look("code")
    page.get_by_label("Your code").fill(code.upper().replace("-", " "))
    walker.press("Look")
    walker.look("story")
    told = page.inner_text("main")
    assert "We will ask for a visit." in told
    assert "what others say about: Seeing my family." in told
    assert SAID not in page.content()
    walker.press("I want someone to stand up for me")
    assert "You pushed back on Tuesday 12 January 2027" in page.inner_text("main")
    for name in ("My words", "Yes, show them", "Hide my words", "No, that's not it"):
        walker.press(name)
        walker.look(name)
    page.get_by_label("Money").check()
    walker.press("Save")
    page.get_by_label("Do you want to say more?").fill("Thank you. When?")
    walker.press("Send")
    assert "You wrote more on Tuesday 12 January 2027" in page.inner_text("main")
    walker.press("Close and forget the code here")
    assert page.url == home
    assert walker.troubles == {}
    assert mistakes(page_checker, tmp_path, walker) == []
    if walker.script:
        assert page.evaluate(NOTHING_KEPT) == [0, 0, 0, 0]
        assert page.evaluate("history.length") == 2, "one address of ours in the history"


def see_what_few_see(walker: Walker) -> None:
    """What is shown to somebody who was away from the form, and too long."""
    for name in ("Go to the start", "I am a young person", "Start"):
        walker.press(name)
    walker.open("/")
    walker.look("carry on")
    walker.press("Throw it away")


def mistakes(checker: list[str], folder, walker: Walker) -> list[str]:
    """What the checker finds in the pages that were seen."""
    return here.mistakes_in(checker, folder, walker.seen)


def test_mistakes_and_short_pages_are_open_to_everyone(
    walker: Walker, page_checker: list[str], tmp_path
) -> None:
    page = walker.page
    walker.open("/write")
    page.get_by_label("Awful").check()
    walker.press("Send")
    walker.look("nothing said")
    assert "You have not written anything yet." in page.inner_text("[role=alert]")
    assert page.get_by_label("Awful").is_checked()
    walker.open("/look-back")
    page.get_by_label("Your code").fill("not the code")
    walker.press("Look")
    walker.look("wrong code")
    for path in ("/privacy", "/accessibility", "/nowhere"):
        walker.open(path)
        walker.look(path.strip("/"))
    assert walker.troubles == {}
    assert mistakes(page_checker, tmp_path, walker) == []


def test_help_comes_before_the_code_for_whoever_feels_unsafe(walker: Walker) -> None:
    page = walker.page
    walker.begin()
    walker.press("I feel unsafe. Please contact me.")
    walker.look("unsafe")
    walker.press("Contact me")
    walker.look("help first")
    number = page.get_by_text("0800 1111").first.bounding_box()
    code = page.locator("#code").bounding_box()
    assert number
    assert code
    assert number["y"] < code["y"]
    assert walker.troubles == {}


@pytest.mark.parametrize("walker", here.KINDS[:1], indirect=True)
def test_the_keyboard_alone_is_enough(walker: Walker) -> None:
    page = walker.page
    focused = "document.activeElement.textContent.trim() || document.activeElement.name"

    def tab_to(name: str) -> None:
        while name not in (page.evaluate("document.activeElement.name"), page.evaluate(focused)):
            page.keyboard.press("Tab")

    def press_enter() -> None:
        page.evaluate("document.body.dataset.seen = 'yes'")
        page.keyboard.press("Enter")
        page.wait_for_selector("body:not([data-seen])", state="attached")

    walker.begin()
    page.keyboard.press("Tab")
    assert page.evaluate(focused).startswith("Leave this page")
    for name in ("age", "news", "about", "face"):
        tab_to(name)
        page.keyboard.press("Space")
        tab_to("Go on")
        press_enter()
    tab_to("words")
    page.keyboard.type("Typed without a mouse.")
    for _ in ("words", "like", "wants", "who", "quote"):
        tab_to("Go on")
        press_enter()
    told = page.inner_text("main")
    for said in ("8 to 11", "Something good", "Where I live", "Great", "Typed without a mouse."):
        assert said in told
    tab_to("Send")
    press_enter()
    assert page.locator("#code").is_visible()


@pytest.mark.parametrize("walker", here.KINDS[:1], indirect=True)
def test_two_quick_presses_make_one_view(walker: Walker, house: House) -> None:
    walker.open("/write")
    walker.page.get_by_label("What do you want to say?").fill(SAID)
    walker.page.get_by_role("button", name="Send").dblclick()
    walker.page.wait_for_selector("#code")
    answer_it(house, "One view, so one answer.")


@pytest.mark.parametrize("walker", here.KINDS[1:2], indirect=True)
def test_without_a_connection_the_words_stay_and_go_once_it_is_back(
    walker: Walker, house: House
) -> None:
    page = walker.page
    walker.open("/write")
    page.get_by_label("What do you want to say?").fill(SAID)
    page.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    assert "Your words are still here" in page.inner_text("form [role=status]")
    assert page.get_by_label("What do you want to say?").input_value() == SAID
    page.context.set_offline(False)
    walker.press("Send")
    assert page.locator("#code").is_visible()
    answer_it(house, "One view, so one answer.")

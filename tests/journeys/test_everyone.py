"""The same pages for everyone: right to left, read aloud, in easy read, on the board, by an adult.

Each page is read by axe and by the Nu HTML checker, on a phone 320 pixels wide.
"""

import pytest

from core.board import Draft, Standing
from core.facts import Role
from services import board, polls
from services.house import House
from tests.journeys import street as here
from tests.journeys.street import KINDS, Walker
from tests.services.people import officer, participation_worker

street, walker = here.street, here.walker
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
    pytest.mark.parametrize("walker", KINDS[1:2], indirect=True),
]
# A device with two voices: one of its own, and one that would be sent what it reads.
VOICES = """
window.heard = [];
const far = {lang: 'en-GB', localService: false}, near = {lang: 'en-GB', localService: true};
const speech = {
    getVoices: () => window.voices || [],
    speak: (one) => window.heard.push([one.text, one.voice === near]),
    cancel: () => window.heard.push(['hush', true]),
    addEventListener: (_, told) => { window.told = told; },
};
Object.defineProperty(window, 'speechSynthesis', {value: speech});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
window.come = (voices) => { window.voices = voices; window.told(); };
window.near = near; window.far = far;
"""


@pytest.fixture
def pinned(house: House) -> None:
    """A point that is done, and a question."""
    writer = participation_worker(house)
    other = officer(house, Role.REVIEWER, email="other@council.example")[0]
    point = board.write(house, writer, Draft("money", "I save.", Standing.DONE, "A letter."))
    board.publish(house, other, point, 1)
    polls.open_poll(house, writer, polls.write(house, writer, "Which day?", "One\nOther"), 1)


def test_every_page_reads_from_right_to_left(
    walker: Walker, page_checker: list[str], pinned: None, tmp_path
) -> None:
    walker.open("/")
    walker.page.locator("summary").first.click()
    walker.press("العربية")
    page = walker.page
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    walker.look("start")
    leave = page.locator(".leave").bounding_box()
    assert leave
    assert leave["x"] < 100, "the way out stands on the left"
    for to in ("hello", "easy", "code", "unsafe", "tracks", "privacy", "accessibility", "whole"):
        page.evaluate(
            "(to) => { const it = document.querySelector('.foot button'); it.value = to; }", to
        )
        with page.expect_navigation():
            page.locator(".foot button").first.click()
        walker.look(to)
    for path in ("/board", "/together"):
        walker.open(path)
        walker.look(path.strip("/"))
    assert walker.troubles == {}
    assert here.mistakes_in(page_checker, tmp_path, walker.seen) == []


def tab_to(walker: Walker, name: str) -> None:
    """Press Tab until the button with this name has the focus."""
    for _ in range(60):
        walker.page.keyboard.press("Tab")
        if walker.page.evaluate("document.activeElement.innerText || ''").startswith(name):
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_me_too_and_a_short_answer_are_one_press_each_by_keyboard(
    walker: Walker, pinned: None
) -> None:
    page = walker.page
    walker.open("/board")
    walker.look("board")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "leave"
    for name, told in (("Me too", "Take it back"), ("No, not yet", "You said not yet.")):
        tab_to(walker, name)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.get_by_text(told).first.is_visible()
    page.get_by_label("One").focus()
    page.keyboard.press("Space")
    tab_to(walker, "Send my answer")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_label("One").is_checked()
    assert walker.troubles == {}


def test_a_page_is_read_out_by_the_devices_own_voice_alone(walker: Walker) -> None:
    page = walker.page
    page.add_init_script(VOICES)
    walker.open("/")
    aloud = page.locator("[data-do=speak]")
    assert aloud.is_hidden()
    page.evaluate("come([far])")
    assert aloud.is_hidden()
    page.evaluate("come([far, near])")
    aloud.click()
    heard = page.evaluate("heard")
    assert ["Tell us how it is for you", True] in heard
    assert all(near for _, near in heard)
    assert aloud.inner_text() == "Stop reading"
    aloud.click()
    assert page.evaluate("heard.at(-1)") == ["hush", True]
    assert aloud.inner_text() == "Read this page to me"


def test_what_somebody_wrote_is_not_read_out(walker: Walker) -> None:
    page = walker.page
    page.add_init_script(VOICES.replace("window.voices || []", "[near]"))
    walker.begin()
    while not page.get_by_text("Is this right?").count():
        wrote = page.locator("textarea[name=words]")
        if wrote.count():
            wrote.fill("my secret words")
        walker.press("Go on" if wrote.count() else "Skip this one")
    assert page.get_by_text("my secret words").is_visible()
    page.locator("[data-do=speak]").click()
    assert "Is this right?" in str(page.evaluate("heard"))
    assert "my secret words" not in str(page.evaluate("heard"))
    for words in ("<legend dir=auto>", "<p class=message>", "<li><p dir=auto>", "<p class=code>"):
        page.evaluate(
            "(it) => document.querySelector('h1').insertAdjacentHTML('afterend', it)",
            words + "my secret words",
        )
    page.evaluate("heard = []")
    page.locator("[data-do=speak]").click()
    page.locator("[data-do=speak]").click()
    assert "Is this right?" in str(page.evaluate("heard"))
    assert "my secret words" not in str(page.evaluate("heard"))

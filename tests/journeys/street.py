"""The web door on a street of its own: a server, the weather next door, and somebody who walks in.

A journey imports the fixtures that it wants: `street`, and `walker` for each kind of browser.
"""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from services.house import House
from tests.servers.pages import served, weather
from web.app import create_app

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
KINDS = [
    pytest.param({"java_script_enabled": True, "viewport": DESK}, id="desk"),
    pytest.param({"java_script_enabled": True, "viewport": PHONE}, id="phone"),
    pytest.param({"java_script_enabled": False, "viewport": PHONE}, id="no-script"),
]
NOT_WIDER = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
# What only a script can do is not there without one, nor anything else that is said to be hidden.
HIDES = "() => ![...document.querySelectorAll('[hidden]')].some((one) => one.offsetParent)"
BIG = "(size) => { document.documentElement.style.fontSize = size; }"
# Notes where the focus goes; `tabs()` then tells what it never reached, and what it did not show.
WATCH_TABS = """() => {
    const stops = [...document.querySelectorAll(
        'a[href], button, summary, select, textarea, input:not([type=hidden])')]
        .filter((e) => e.tabIndex >= 0 && e.checkVisibility());
    const one = (e) => e.type === 'radio' ? `radio ${e.name}` : e;
    const came = [], unseen = [], bar = document.querySelector('.top');
    const hears = ({target}) => {
        const box = target.getBoundingClientRect();
        came.push(target);
        if (!bar.contains(target) && box.bottom <= bar.getBoundingClientRect().bottom)
            unseen.push(target.outerHTML);
    };
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
    addEventListener('focusin', hears);
    window.tabs = () => {
        removeEventListener('focusin', hears);
        document.activeElement.blur();
        scrollTo(0, 0);
        const reached = new Set(came.map(one));
        return {first: came[0].className, unseen,
            missed: stops.filter((e) => !reached.has(one(e))).map((e) => e.outerHTML)};
    };
    return new Set(stops.map(one)).size;
}"""


@dataclass(frozen=True, slots=True)
class Street:
    """Two addresses: ours, and the plain page that leaving opens."""

    ours: str
    weather: str


@dataclass
class Walker:
    """One browser on the street; each page that it looks at is read by axe."""

    page: Page
    street: Street
    script: bool = True
    seen: dict[str, str] = field(default_factory=dict)
    troubles: dict[str, object] = field(default_factory=dict)
    tabbed: set[str] = field(default_factory=set)

    def open(self, path: str) -> None:
        """Go to one of our pages."""
        self.page.goto(self.street.ours + path)

    def press(self, name: str) -> None:
        """Press a button; the page that comes is there when this is over."""
        self.page.evaluate("document.body.dataset.seen = 'yes'")
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_selector("body:not([data-seen])", state="attached")

    def begin(self) -> None:
        """To the first question of a new form."""
        self.open("/")
        self.press("I am a young person")
        self.press("Start")

    def follow(self, name: str, *, exact: bool = False) -> None:
        """Follow a link whose name has this in it, or is this."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=exact).first.click()

    def look(self, name: str) -> None:
        """Keep this page for the checkers; nothing may hang over the side."""
        self.seen[name] = self.page.content()
        assert self.page.title() == "Notes"
        assert self.page.evaluate(NOT_WIDER), f"{name} scrolls sideways"
        assert self.page.evaluate(HIDES), f"{name} shows what should be hidden"
        if not self.script:
            return  # axe is a script itself
        if self.page.viewport_size == PHONE and name not in self.tabbed:
            self.tabbed.add(name)
            self._twice_as_big(name)
        found = Axe().run(self.page)
        if found.violations_count:
            self.troubles[name] = found.generate_report()

    def _twice_as_big(self, name: str) -> None:
        """With words twice as big, all fits, Tab reaches all, and the way out is in sight."""
        self.page.evaluate(BIG, "200%")
        assert self.page.evaluate(NOT_WIDER), f"{name} scrolls sideways at 200 %"
        assert self.page.locator(".leave").is_visible(), f"{name}: no way out at 200 %"
        self._by_keyboard(name)
        self.page.evaluate(BIG, "")

    def _by_keyboard(self, name: str) -> None:
        """Tab reaches leaving first, then all that can be pressed, and nothing lies under a bar."""
        most = self.page.evaluate(WATCH_TABS)
        for _ in range(most + 1):
            self.page.keyboard.press("Tab")
        told = self.page.evaluate("() => window.tabs()")
        assert told == {"first": "leave", "missed": [], "unseen": []}, f"{name}: {told}"


@pytest.fixture
def street(house: House) -> Iterator[Street]:
    """Both servers, open."""
    with served(weather) as outside:
        app = create_app(house, cookie_key=b"k" * 32, https=False, leave_to=outside + "/sky")
        with served(app) as ours:
            yield Street(ours, outside + "/sky")


@pytest.fixture(params=KINDS)
def walker(request: pytest.FixtureRequest, browser: Browser, street: Street) -> Iterator[Walker]:
    """Somebody on a desk, on a phone, and on a phone without JavaScript."""
    context = browser.new_context(**request.param)
    context.set_default_timeout(10_000)
    yield Walker(context.new_page(), street, request.param["java_script_enabled"])
    context.close()


def mistakes_in(checker: list[str], folder: Path, pages: dict[str, str]) -> list[str]:
    """What the Nu HTML checker finds wrong, in its own words."""
    for name, html in pages.items():
        (folder / f"{name.replace(' ', '-')}.html").write_text(html, encoding="utf-8")
    files = [str(file) for file in folder.glob("*.html")]
    command = [*checker, "--format", "json", "--errors-only", *files]
    ran = subprocess.run(command, capture_output=True, check=False)
    return [found["message"] for found in json.loads(ran.stderr)["messages"]]

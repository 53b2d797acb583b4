"""F46 by hand: fifty views reviewed by keyboard alone in a real browser, in keystrokes per view.

The suggestions are those of the trained reader on texts with known themes, as the clock would make
them. The walk brings each view to exactly those themes: it unticks by number, adds by the letter
that a theme shows, and agrees.
"""

import logging
import os
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.desk_house import DeskHouse, desk_house
from bench.figures import Proof
from core.facts import Door, Role, Submission, Voice
from services import intake, second_look
from tagging import quick_tagger, trained_tagger
from tagging.texts import TUNING, read_folder
from tests.servers.pages import served
from tools.chromium import of_playwright, on_the_machine

VIEWS, AIM = 50, 3.0


@dataclass(slots=True)
class Walk:
    """The officer's hands: every key that they press is counted."""

    page: Page
    keys: int = 0
    right: list[int] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def review(self, meant: frozenset[str]) -> None:
        """Bring this view's ticks to what it is about, and go on to the next."""
        before = self.keys
        boxes = self.page.locator("#themes input[name=themes]")
        ticks = boxes.evaluate_all("all => all.map(one => [one.value, one.checked])")
        ticked = {key for key, on in ticks if on}
        order = [key for key, _ in ticks]
        for key in sorted(ticked - meant):
            self.press(str(order.index(key) + 1))
        for key in sorted(meant - ticked):
            self.press("e")
            self.press(self.page.inner_text(f"label[for=theme-{key}] .desk-letter"))
        here = self.page.url
        self.press("a")
        self.page.wait_for_url(lambda url: url != here)
        (self.right if ticked == meant else self.wrong).append(self.keys - before)


def walk() -> Proof:
    """Fifty views, one after the other, from the queue's first line on."""
    with desk_house() as desk:
        desk.hire("pat", Role.PARTICIPATION)
        meant = _tell(desk)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        with served(desk.app) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=on_the_machine() or of_playwright(),
                args=["--no-sandbox"] if os.geteuid() == 0 else [],
            )
            done = _through(desk, browser, address, meant)
            browser.close()
    every = [*done.right, *done.wrong]
    figure = (
        f"{_mean(done.right):.1f} for each of {len(done.right)} right suggestions, "
        f"{_mean(done.wrong):.1f} for each of {len(done.wrong)} to mend, {_mean(every):.1f} in all"
    )
    mark = f"at most {AIM:.0f} for a right suggestion"
    return Proof("F46", "keystrokes per view", figure, mark, 0 < _mean(done.right) <= AIM)


def _mean(counts: list[int]) -> float:
    return sum(counts) / len(counts) if counts else 0.0


def _tell(desk: DeskHouse) -> dict[str, frozenset[str]]:
    """Send fifty texts and give them their second look; words to what they are about."""
    house, reader = replace(desk.house, tagger=quick_tagger()), trained_tagger()
    texts = [one for one in read_folder(TUNING) if one.themes]
    meant: dict[str, frozenset[str]] = {}
    for text in texts:
        if len(meant) == VIEWS:
            break
        said = Submission(Voice.YOUNG_PERSON, Door.WEB, text.text, f"walk {len(meant)}, a long key")
        intake.receive(house, said)
        meant[text.text.strip()] = frozenset(text.themes or ())
    while second_look.look_again(house, reader, VIEWS).read:
        pass
    return meant


def _through(
    desk: DeskHouse,
    browser: Any,
    address: str,
    meant: dict[str, frozenset[str]],
) -> Walk:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    signed = desk.browser("pat").cookie()
    page.context.add_cookies([{"name": "desk", "value": signed, "url": address}])
    page.goto(f"{address}/desk/")
    done = Walk(page)
    done.press("j", "Enter")
    page.wait_for_url("**/views/**")
    done.keys = 0  # two keys, once, for the whole walk
    for _ in range(len(meant)):
        words = page.locator(".desk-words").first.inner_text().strip()
        done.review(next(t for w, t in meant.items() if _same(w, words)))
    return done


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()

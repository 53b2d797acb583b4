"""The web door on a street of its own for proofs in a browser: ours, and the weather next door."""

import logging
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from playwright.sync_api import Browser, Error, Page, sync_playwright

import settings
import wiring
from bench.servers import environment
from services.house import House
from storage import migrations, tables
from tests.servers.pages import served, weather
from tools.chromium import of_playwright, on_the_machine
from web.app import create_app

logging.getLogger("werkzeug").setLevel(logging.ERROR)
PHONE = {"width": 320, "height": 640}
SCRIPTS = (True, False)
KEPT_IN_THE_BROWSER = """async () => localStorage.length + sessionStorage.length
    + (await caches.keys()).length + (await indexedDB.databases()).length"""


@dataclass(slots=True)
class Street:
    """Two addresses, the house behind ours, and a browser with its back-forward cache on."""

    ours: str
    weather: str
    house: House
    browser: Browser
    asked: list[str] = field(default_factory=list)

    @contextmanager
    def phone(self, *, script: bool, **more: Any) -> Iterator[Page]:
        """A phone of somebody's own, with JavaScript or without."""
        context = self.browser.new_context(viewport=PHONE, java_script_enabled=script, **more)  # type: ignore[arg-type] # as Playwright has them
        context.set_default_timeout(15_000)
        try:
            yield context.new_page()
        finally:
            context.close()

    def rows(self, table: sa.Table) -> int:
        """How many rows a table of the books holds."""
        with self.house.store.engine.connect() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()

    def views(self) -> int:
        """How many views are kept."""
        return self.rows(tables.view)


@contextmanager
def street() -> Iterator[Street]:
    """Both servers and the browser, open."""
    with (
        tempfile.TemporaryDirectory() as name,
        sync_playwright() as playwright,
        served(weather) as outside,
    ):
        held = settings.load(environment(Path(name), "sqlite", None))
        migrations.upgrade(held.database_url, held.keys_url)
        house = wiring.build_house(held, wake=lambda: None)
        key, sky = held.secrets.sessions, f"{outside}/sky"
        app = create_app(house, cookie_key=key, https=False, leave_to=sky, limited=False)
        browser = playwright.chromium.launch(
            executable_path=on_the_machine() or of_playwright(),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
            ignore_default_args=["--disable-back-forward-cache"],
        )
        with served(app) as ours:
            yield Street(ours, sky, house, browser)
        browser.close()
        house.store.close()


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press a button; the page that comes is there when this is over."""
    page.evaluate("document.body.dataset.seen = 'yes'")
    page.get_by_role("button", name=name).first.click()
    page.wait_for_selector("body:not([data-seen])", state="attached")


def begin(page: Page, home: str) -> None:
    """To the first question."""
    page.goto(home)
    press(page, "I am a young person")
    press(page, "Start")


def to_words(page: Page, home: str) -> None:
    """To the question that takes words."""
    begin(page, home)
    for _ in range(4):
        press(page, "Skip this one")


def to_check(page: Page, home: str, words: str) -> None:
    """All the way to the check, with these words."""
    to_words(page, home)
    page.locator("#words").fill(words)
    press(page, "Go on")
    for _ in range(4):
        press(page, "Skip this one")


def readable(page: Page) -> str:
    """All that can be read on a page, typed words with it."""
    typed = page.evaluate("[...document.querySelectorAll('textarea,input')].map(e => e.value)")
    return page.content() + str(typed)


def move(page: Page, way: str) -> str:
    """Press Back or Forward; all that can be read there.

    A page that comes whole out of the browser's memory gives no sign of its coming.
    """
    with suppress(Error):
        getattr(page, f"go_{way}")(timeout=1_500, wait_until="commit")
    page.wait_for_timeout(250)
    return readable(page)

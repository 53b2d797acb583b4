"""What every test may ask for: an empty, migrated Heard on both engines, a browser, a fixed day.

    store            opened, empty, on SQLite and then on PostgreSQL
    store_urls       the two addresses behind it, for tests that start a process of their own
    blank_urls       two addresses with nothing there yet, for tests of migrations
    house            what every verb takes first; `house.now` is the fixture `now`
    now              a clock that stands still until `now.pass_by(...)`
    browser          an open Chromium (tests/browsers.py), left out loudly where there is none

A test that can only mean one engine says
`@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)`.
Rooms are imported inside the fixtures, so that one that is broken fails its own tests only.
"""

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from core.council import Council, HelpLine
from core.facts import Suggestions, Worry

if TYPE_CHECKING:
    from core.ports import Tagger
    from services.house import House
    from storage.store import Store

pytest_plugins = ["tests.browsers", "tests.stores"]

HERE = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None)  # noqa: S104 - compared, not bound
TIME_TO_LEAVE = {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"}


class OutsideReached(RuntimeError):
    """A test tried to reach a machine that is not this one."""


def _stay_here(event: str, args: tuple[object, ...]) -> None:
    """Refuse to look up or call any other machine. An audit hook sees what a patch would miss."""
    if event == "socket.connect":
        address = args[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    if host not in HERE:
        raise OutsideReached(f"tests stay on this machine; this one asked for {host!r}")


def pytest_configure() -> None:
    """Shut the way out before the first test is even collected."""
    for name in TIME_TO_LEAVE:
        os.environ.pop(name, None)
    sys.addaudithook(_stay_here)


@dataclass(slots=True)
class Now:
    """A clock that stands still. Called, it gives its moment, as House.now does."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, **span: float) -> None:
        """Let time pass, for example `now.pass_by(days=3)`."""
        self.moment += timedelta(**span)


@dataclass(frozen=True, slots=True)
class PlainTagger:
    """Suggests nothing, and sees no worry: for tests that are not about tagging."""

    def suggest(self, text: str) -> Suggestions:
        """The same for every text."""
        return Suggestions(worry=Worry.NONE, language="en", method="plain")


@pytest.fixture
def now() -> Now:
    """Ten in the morning of Tuesday 12 January 2027, in UTC and in London alike."""
    return Now(datetime(2027, 1, 12, 10, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def council() -> Council:
    """A made-up council with one help line."""
    line = HelpLine(
        key="childline",
        name="Childline",
        number="0800 1111",
        when="Any time, day or night",
        for_whom="young_people",
        checked_on=date(2027, 1, 4),
    )
    return Council(
        name="Sample Council",
        plain_name="the council",
        young_council="Children in Care Council",
        committee="Overview and Scrutiny Committee",
        report_of="Director of Children's Services",
        readers="two people in the participation team",
        contact_post="Participation Manager",
        contact_email="participation@council.example",
        opens=time(9),
        closes=time(17),
        help_lines=(line,),
        is_sample=True,
    )


@pytest.fixture
def tagger() -> "Tagger":
    """Tagging that costs no time. Tests of the real one ask tagging for it."""
    return PlainTagger()


@pytest.fixture
def house(store: "Store", tagger: "Tagger", council: Council, now: Now) -> "House":
    """What every verb takes first."""
    from services.house import SAFEGUARDING, House

    return House(
        store=store,
        tagger=tagger,
        council=council,
        now=now,
        channels={SAFEGUARDING: ("safeguarding/mail",)},
        desk_url="http://127.0.0.1:8000/desk",
    )

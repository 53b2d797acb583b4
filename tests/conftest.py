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
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from core.council import Council, HelpLine
from core.facts import Suggestions, Worry

if TYPE_CHECKING:
    from core.ports import Tagger
    from services.house import House
    from storage.secrets import Secrets
    from storage.store import Store
    from tools.temporary_postgres import TemporaryPostgres

pytest_plugins = ["tests.browsers"]

ENGINES = ("sqlite", "postgresql")
HERE = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None)  # noqa: S104
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


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn, so that every test that keeps something runs on both."""
    return str(request.param)


@pytest.fixture(scope="session")
def postgres_server() -> "Iterator[TemporaryPostgres]":
    """PostgreSQL's own server on a unix socket: no port, no root, gone with the session."""
    from tools.temporary_postgres import temporary_postgres

    with temporary_postgres(durable=False) as server:
        yield server


def _tell(server: "TemporaryPostgres", sentence: str) -> None:
    import psycopg

    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(sentence.encode())


@pytest.fixture(scope="session")
def migrated_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both SQLite files, migrated once and copied for each test."""
    from storage import migrations

    folder = tmp_path_factory.mktemp("migrated")
    migrations.upgrade(f"sqlite:///{folder}/heard.db", f"sqlite:///{folder}/keys.db")
    return folder


@pytest.fixture(scope="session")
def migrated_databases(postgres_server: "TemporaryPostgres") -> tuple[str, str]:
    """Two PostgreSQL databases, migrated once and used as the pattern for each test's own."""
    from storage import migrations

    for name in ("pattern_books", "pattern_keys"):
        _tell(postgres_server, f"CREATE DATABASE {name}")
    urls = (postgres_server.url("pattern_books"), postgres_server.url("pattern_keys"))
    migrations.upgrade(*urls)
    return "pattern_books", "pattern_keys"


def _on_sqlite(folder: Path, migrated: Path | None) -> Iterator[tuple[str, str]]:
    if migrated is not None:
        for name in ("heard.db", "keys.db"):
            shutil.copyfile(migrated / name, folder / name)
    yield f"sqlite:///{folder}/heard.db", f"sqlite:///{folder}/keys.db"


def _on_postgresql(
    server: "TemporaryPostgres", patterns: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    names = [f"t_{uuid4().hex}" for _ in patterns]
    for name, pattern in zip(names, patterns, strict=True):
        _tell(server, f"CREATE DATABASE {name} TEMPLATE {pattern}")
    yield server.url(names[0]), server.url(names[1])
    for name in names:
        _tell(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store_urls(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[str, str]]:
    """The books' address and the keys' address: migrated, empty, this test's own."""
    if engine_name == "sqlite":
        yield from _on_sqlite(tmp_path, request.getfixturevalue("migrated_files"))
    else:
        server = request.getfixturevalue("postgres_server")
        yield from _on_postgresql(server, request.getfixturevalue("migrated_databases"))


@pytest.fixture
def blank_urls(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[str, str]]:
    """Two addresses where nothing was made yet: what a first start finds."""
    if engine_name == "sqlite":
        yield from _on_sqlite(tmp_path, None)
    else:
        server = request.getfixturevalue("postgres_server")
        yield from _on_postgresql(server, ("template1", "template1"))


@pytest.fixture
def secrets() -> "Secrets":
    """Five keys made for this test."""
    from storage.secrets import make_secrets

    return make_secrets()


@pytest.fixture
def patience_s() -> float:
    """How long a writer waits for the books before it says that nothing was saved."""
    return 2.0


@pytest.fixture
def store(store_urls: tuple[str, str], secrets: "Secrets", patience_s: float) -> "Iterator[Store]":
    """An open, empty store."""
    from storage.store import open_store

    opened = open_store(*store_urls, secrets, patience_s=patience_s)
    yield opened
    opened.close()


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

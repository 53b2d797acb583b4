"""A Heard with an officer of each role, in a folder of its own, for the proofs of the desk."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
from argon2 import PasswordHasher
from flask import Flask

from core.facts import Door, Officer, Role, Submission, Voice
from services import accounts, intake
from services.house import House
from settings.council_file import read_council
from storage import migrations
from storage.secrets import make_secrets
from storage.store import open_store
from tests.conftest import PlainTagger
from tests.web.officers.conftest import PASSWORD, Desk
from web.app import create_app

QUICK = PasswordHasher(1, 8, 1)


@dataclass(slots=True)
class Moment:
    """The time, which a proof moves on."""

    at: datetime = field(default_factory=lambda: datetime(2027, 1, 12, 10, tzinfo=UTC))

    def __call__(self) -> datetime:
        """As House.now gives it."""
        return self.at

    def pass_by(self, **span: float) -> None:
        """Let time pass."""
        self.at += timedelta(**span)


@dataclass(frozen=True, slots=True)
class DeskHouse:
    """The house, its door, the time, and each officer's second factor by their e-mail address."""

    house: House
    app: Flask
    now: Moment
    secrets: dict[str, str]

    def hire(self, name: str, *roles: Role) -> Officer:
        """Let somebody of that name sign in."""
        email = f"{name}@council.example"
        self.secrets[email] = accounts.add_officer(
            self.house, email=email, name=name, post=name, password=PASSWORD, roles=set(roles)
        )
        with self.house.store.reading() as books:
            account = books.officers.account(email)
        assert account is not None
        return account.officer

    def browser(self, name: str) -> Desk:
        """A browser in which that officer is signed in."""
        email = f"{name}@council.example"
        self.now.pass_by(minutes=1)
        browser = Desk(self.app)
        browser.get("/desk/sign-in")
        number = pyotp.TOTP(self.secrets[email]).at(self.now())
        page = browser.post("/desk/sign-in", email=email, password=PASSWORD, number=number)
        assert page.status == 303
        return browser

    def tell(self, words: str) -> str:
        """Send words; the id of their view."""
        before = self._ids()
        key = f"proof {len(before)}, long enough to be a key"
        intake.receive(self.house, Submission(Voice.YOUNG_PERSON, Door.WEB, words, key))
        (made,) = self._ids() - before
        return made

    def _ids(self) -> set[str]:
        with self.house.store.reading() as books:
            return {view.id for view in books.views.waiting()}


@contextmanager
def desk_house(*, https: bool = False, quick: bool = True) -> Iterator[DeskHouse]:
    """An empty house on SQLite. `quick` hashes passwords with hardly any work."""
    kept, nobody = accounts.HASHER, accounts.NOBODY
    with tempfile.TemporaryDirectory() as folder:
        urls = f"sqlite:///{folder}/heard.db", f"sqlite:///{folder}/keys.db"
        migrations.upgrade(*urls)
        store, now = open_store(*urls, make_secrets()), Moment()
        held = read_council(Path("bench/council.toml"), [])
        assert held is not None
        house = House(store=store, tagger=PlainTagger(), council=held[0], now=now)
        app = create_app(house, cookie_key=b"k" * 32, https=https, limited=False)
        if quick:
            accounts.HASHER = QUICK
            accounts.NOBODY = replace(nobody, password_hash=QUICK.hash("nobody"))
        try:
            yield DeskHouse(house, app, now, {})
        finally:
            accounts.HASHER, accounts.NOBODY = kept, nobody
            store.close()

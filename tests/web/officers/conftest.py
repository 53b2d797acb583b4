"""A desk with four officers, one of each role, and a browser that reads every page strictly."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pyotp
import pytest
from flask import Flask

from core.facts import (
    Door,
    Officer,
    PersonalDetail,
    Role,
    Submission,
    Suggestions,
    ThemeScore,
    Voice,
    Worry,
)
from services import accounts, desk, intake
from services.house import House
from web.app import create_app

PASSWORD = "a long enough password"
NAMES = {
    Role.READER: "reed",
    Role.MEMBERS_READER: "mo",
    Role.REVIEWER: "rita",
    Role.SAFEGUARDING: "sam",
    Role.PARTICIPATION: "pat",
    Role.ADMINISTRATOR: "ada",
}
TELLING = {"worker": "social_worker", "school": "education", "cold": "home_carers"}


class WatchfulTagger:
    """Sees a few words: enough for pages to have something to show."""

    def suggest(self, text: str) -> Suggestions:
        found = [m.span() for m in re.finditer("Sarah", text)]
        keys = [key for word, key in TELLING.items() if word in text]
        words = {key: word for word, key in TELLING.items()}
        return Suggestions(
            themes=(
                *(ThemeScore(key, 0.8, (words[key],)) for key in keys),
                *([ThemeScore("money", 0.1, ("Maybe",))] if "Maybe" in text else []),
            ),
            suggested=tuple(keys),
            worry=Worry.URGENT if "he hits me" in text else Worry.NONE,
            signal="physical_harm" if "he hits me" in text else None,
            personal=tuple(PersonalDetail(start, end, "PERSON") for start, end in found),
            language="en",
            method="watchful",
        )


@pytest.fixture
def tagger() -> WatchfulTagger:
    return WatchfulTagger()


@lru_cache(maxsize=64)
def strictly(text: str) -> Element:
    """The parts of a page; the same page is read once, since many routes give the very same one."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    ids = [it.get("id") for it in root.iter() if it.get("id")]
    assert len(ids) == len(set(ids)), "an id stands twice"
    return root


@dataclass
class Page:
    """One answer, parsed strictly: a page with a mistake in its HTML fails its test."""

    status: int
    text: str
    headers: Any
    raw: bytes
    root: Element = field(init=False)

    def __post_init__(self) -> None:
        if self.headers.get("Content-Type", "").startswith("text/html") and self.status != 303:
            self.root = strictly(self.text)

    def all(self, path: str) -> list[Element]:
        return self.root.findall(f".//{path}")

    def said(self, path: str = "body") -> str:
        return " ".join("".join(self.all(path)[0].itertext()).split())

    def ticked(self) -> list[str | None]:
        return [
            box.get("value") for box in self.all("input[@name='themes']") if "checked" in box.attrib
        ]

    def value(self, name: str) -> str:
        found = self.all(f"input[@name='{name}']")[0].get("value")
        return found or ""


class Desk:
    """Somebody's browser at the desk. Every form carries the token of the page it stood on."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.token = ""

    def get(self, path: str, **args: Any) -> Page:
        return self._page(self.client.get(path, query_string=args or None))

    def post(self, path: str, **fields: Any) -> Page:
        return self._page(self.client.post(path, data={"csrf_token": self.token, **fields}))

    def follow(self, page: Page) -> Page:
        assert page.status == 303
        return self.get(page.headers["Location"])

    def _page(self, answer: Any) -> Page:
        word = answer.mimetype.startswith("application/")
        text = "" if word else answer.get_data(as_text=True)
        page = Page(answer.status_code, text, answer.headers, answer.data)
        tokens = page.all("input[@name='csrf_token']") if hasattr(page, "root") else []
        self.token = tokens[0].get("value") or "" if tokens else self.token
        return page

    def cookie(self) -> str:
        found = self.client.get_cookie("desk")
        return found.value if found else ""


@pytest.fixture
def app(house: House) -> Flask:
    return create_app(house, cookie_key=b"k" * 32, https=False, limited=False)


@dataclass
class Staff:
    """The four officers and their authenticator secrets."""

    house: House
    app: Flask
    secrets: dict[Role, str]

    def number(self, role: Role) -> str:
        return pyotp.TOTP(self.secrets[role]).at(self.house.now())

    def email(self, role: Role) -> str:
        return f"{NAMES[role]}@council.example"

    def sign_in(self, role: Role) -> Desk:
        """A browser with this officer signed in."""
        browser = Desk(self.app)
        browser.get("/desk/sign-in")
        fields = {"email": self.email(role), "password": PASSWORD, "number": self.number(role)}
        assert browser.post("/desk/sign-in", **fields).status == 303
        return browser

    def officer(self, role: Role) -> Officer:
        with self.house.store.reading() as books:
            return next(who for who, _, _ in books.officers.all() if role in who.roles)


@pytest.fixture
def staff(app: Flask, house: House, monkeypatch: pytest.MonkeyPatch) -> Staff:
    from argon2 import PasswordHasher

    monkeypatch.setattr(accounts, "HASHER", PasswordHasher(1, 8, 1))
    secrets = {
        role: accounts.add_officer(
            house,
            email=f"{name}@council.example",
            name=name.title(),
            post=f"{role.value.replace('_', ' ').capitalize()} post",
            password=PASSWORD,
            roles={role},
        )
        for role, name in NAMES.items()
    }
    return Staff(house, app, secrets)


@pytest.fixture
def reviewer(staff: Staff) -> Desk:
    return staff.sign_in(Role.REVIEWER)


@pytest.fixture
def worker(staff: Staff) -> Desk:
    return staff.sign_in(Role.PARTICIPATION)


@pytest.fixture
def admin(staff: Staff) -> Desk:
    return staff.sign_in(Role.ADMINISTRATOR)


@dataclass
class Told:
    """A view that was received: its id and its code."""

    view_id: str
    receipt: str

    @property
    def path(self) -> str:
        return f"/desk/views/{self.view_id}"


@pytest.fixture
def tell(house: House, staff: Staff) -> Callable[..., Told]:
    """Send words through intake like anybody's; gives the view's id and code."""
    sent: list[str] = []

    def send(words: str, **more: Any) -> Told:
        lead = staff.officer(Role.SAFEGUARDING)
        before = {line.view_id for line in desk.waiting(house, lead)}
        said = Submission(
            more.pop("voice", Voice.YOUNG_PERSON),
            more.pop("door", Door.WEB),
            words,
            once_key=f"once {len(sent)} of this test, long enough",
            **more,
        )
        sent.append(words)
        receipt = intake.receive(house, said).receipt
        after = {line.view_id for line in desk.waiting(house, lead)}
        return Told((after - before).pop(), receipt or "")

    return send

"""A visitor without an account, whose browser reads every page strictly."""

import re
from dataclasses import dataclass, field
from typing import Any

import html5lib
import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from core.stories import OpenedView
from services.house import House
from web.app import create_app

Fields = dict[str, Any]
HOME = "https://heard.example"
HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')
SHORT_WAYS = {"/write", "/sent", "/look-back", "/start"}


@dataclass
class Visitor:
    """Opens and sends pages; every page that comes back must be strictly right."""

    app: Flask
    browser: Client = field(init=False)
    last: str = ""

    def __post_init__(self) -> None:
        self.browser = self.app.test_client()

    def get(self, path: str) -> TestResponse:
        """Open a page; a short way to one ends at the one address."""
        if path in SHORT_WAYS:
            self.browser.get(path, base_url=HOME).close()
            path = "/"
        return self._read(self.browser.get(path, base_url=HOME))

    def post(self, path: str, fields: Fields, **more: Any) -> TestResponse:
        """Send fields as they are."""
        return self._read(self.browser.post(path, data=fields, base_url=HOME, **more))

    def send(self, page: str, path: str = "", **fields: Any) -> TestResponse:
        """Open a page, fill in its form and press the button."""
        return self.post(path or page, self.tokens(self.get(page)) | fields)

    def tokens(self, page: TestResponse) -> Fields:
        """The hidden fields of a page's own part, without its foot."""
        return dict(HIDDEN.findall(page.text.partition("</main>")[0]))

    def press(self, do: str, **fields: str) -> TestResponse:
        """Press a button of the last page of the one address; gives the page that comes."""
        sent = self.post("/", self._form(do) | fields | {"do": do})
        return self.get("/") if sent.status_code == 303 else sent

    def go(self, to: str) -> TestResponse:
        """On to another page of the one address."""
        return self.press("go", to=to)

    def _form(self, do: str) -> Fields:
        """What the form of the last page that does this holds hidden; its token if none does."""
        forms = (self.last or self.get("/").text).split("<form")
        doing = [form for form in forms if f'name="do" value="{do}"' in form] or forms[-1:]
        return dict(HIDDEN.findall(doing[0].partition("</form>")[0]))

    def code(self) -> str:
        """The word code on the page after Send."""
        found = re.search(r'id="code"[^>]*>([a-z-]+)<', self.get("/sent").text)
        assert found
        return found[1]

    def _read(self, page: TestResponse) -> TestResponse:
        if page.mimetype == "text/html":
            html5lib.HTMLParser(strict=True).parse(page.text)
            self.last = self.last if page.status_code == 303 else page.text
        page.close()  # what is done once a page is on its way is done now
        return page


@pytest.fixture
def app(house: House) -> Flask:
    """The web door on an empty house."""
    return create_app(house, cookie_key=b"k" * 32)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody with a fresh browser."""
    return Visitor(app)


def left_by(house: House, view: OpenedView) -> tuple[str, str]:
    """The name and the way to reach them that whoever wrote this left, as the books keep it."""
    with house.store.reading() as books:
        found = books.views.find(view.view_id)
        assert found
        who = books.views.who(found)
    return who.name, who.reach

"""A visitor without an account, whose browser reads every page strictly."""

import re
from dataclasses import dataclass, field
from typing import Any

import html5lib
import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from services.house import House
from web.app import create_app

Fields = dict[str, Any]
HOME = "https://heard.example"


@dataclass
class Visitor:
    """Opens and sends pages; every page that comes back must be strictly right."""

    app: Flask
    browser: Client = field(init=False)

    def __post_init__(self) -> None:
        self.browser = self.app.test_client()

    def get(self, path: str) -> TestResponse:
        """Open a page."""
        return self._read(self.browser.get(path, base_url=HOME))

    def post(self, path: str, fields: Fields, **more: Any) -> TestResponse:
        """Send fields as they are."""
        return self._read(self.browser.post(path, data=fields, base_url=HOME, **more))

    def send(self, page: str, path: str = "", **fields: Any) -> TestResponse:
        """Open a page, fill in its form and press the button."""
        return self.post(path or page, self.tokens(self.get(page)) | fields)

    def tokens(self, page: TestResponse) -> Fields:
        """The hidden fields of a page's form."""
        return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))

    def code(self) -> str:
        """The word code on the page after Send."""
        found = re.search(r'id="code">([a-z-]+)<', self.get("/sent").text)
        assert found
        return found[1]

    def _read(self, page: TestResponse) -> TestResponse:
        if page.mimetype == "text/html":
            html5lib.HTMLParser(strict=True).parse(page.text)
        return page


@pytest.fixture
def app(house: House) -> Flask:
    """The web door on an empty house."""
    return create_app(house, cookie_key=b"k" * 32)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody with a fresh browser."""
    return Visitor(app)

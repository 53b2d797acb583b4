"""Whatever goes wrong, what was typed and chosen is still on the page, with the right status."""

import sqlite3
from urllib.parse import urlparse

import pytest
from flask import Flask

from core.facts import Submission
from services import intake
from services.house import House
from tests.web.public.conftest import HOME, Visitor

CHOSEN = {"about": "money", "face": "bad", "age": "12-17", "who": "contact", "reach": "07700"}


def still_there(page: str) -> bool:
    """Whether every choice of CHOSEN is on the page as it was made."""
    pressed = [f'value="{CHOSEN[name]}" checked' for name in ("about", "face", "age", "who")]
    return all(each in page for each in pressed) and 'value="07700"' in page


def test_empty_words_are_explained_and_the_message_leads_to_the_field(visitor: Visitor) -> None:
    page = visitor.send("/write", words="  \n", **CHOSEN)
    assert page.status_code == 400
    assert 'href="#words"' in page.text
    assert 'id="words-error"' in page.text
    assert "not written anything yet" in page.text
    assert still_there(page.text)


def test_a_megabyte_of_text_is_refused_and_all_of_it_is_still_there(visitor: Visitor) -> None:
    long = "a" * 1_000_000
    page = visitor.send("/write", words=long, **CHOSEN)
    assert page.status_code == 413
    assert long in page.text
    assert "20,000" in page.text
    assert still_there(page.text)


def test_more_than_we_can_take_in_at_all_gets_a_plain_page(visitor: Visitor) -> None:
    page = visitor.send("/write", words="a" * 5_000_000)
    assert page.status_code == 413
    assert "shorter message" in page.text
    assert "0800 1111" in page.text


def test_a_nul_is_refused_in_plain_words_and_the_rest_is_still_there(visitor: Visitor) -> None:
    page = visitor.send("/write", words="before\0after", **CHOSEN)
    assert page.status_code == 400
    assert "hidden character" in page.text
    assert "beforeafter" in page.text
    assert still_there(page.text)


def test_a_worn_out_token_costs_nobody_their_words(visitor: Visitor) -> None:
    page = visitor.post("/write", {"words": "still here", "csrf_token": "old", **CHOSEN})
    assert page.status_code == 400
    assert "still here" in page.text
    assert "Press Send again" in page.text
    assert still_there(page.text)
    assert visitor.post("/write", visitor.tokens(page) | {"words": "x"}).status_code == 303


def test_a_fault_of_ours_says_so_keeps_the_words_and_logs_none_of_them(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(house: House, said: Submission) -> None:
        raise RuntimeError(said.words)

    monkeypatch.setattr(intake, "receive", breaks)
    page = visitor.send("/write", words="canary-of-mine", **CHOSEN)
    assert page.status_code == 500
    assert "canary-of-mine" in page.text
    assert still_there(page.text)
    assert "canary-of-mine" not in caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_locked_database_says_not_saved_in_time_and_a_second_press_saves(
    visitor: Visitor, store_urls: tuple[str, str]
) -> None:
    form = visitor.tokens(visitor.get("/write")) | {"words": "keep this", **CHOSEN}
    other = sqlite3.connect(urlparse(store_urls[0]).path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    page = visitor.post("/write", form)
    assert page.status_code == 503
    assert "press Send again" in page.text
    assert "keep this" in page.text
    assert page.text.index("0800 1111") < page.text.index("<form")
    assert still_there(page.text)
    other.execute("ROLLBACK")
    other.close()
    again = visitor.tokens(page)
    assert again["key"] == form["key"]
    assert visitor.post("/write", again | {"words": "keep this"}).status_code == 303


def test_markup_in_words_stays_text(visitor: Visitor) -> None:
    page = visitor.send("/write", words="", call="<script>alert(1)</script>{{7*7}}")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}" in page.text


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "body",
    [b"", b"%", b"=", b"words=%ff%fe%ed%a0%80", b"&" * 2000, b"\0" * 100, b"words[]=1;--"],
)
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_body_that_makes_no_sense_is_never_a_fault_of_ours(
    app: Flask, body: bytes, kind: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    for path in ("/", "/write", "/work", "/look-back"):
        page = Visitor(app).browser.post(path, data=body, content_type=kind, base_url=HOME)
        assert page.status_code < 500, path

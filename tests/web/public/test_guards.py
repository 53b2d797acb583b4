"""Every answer carries the guards, every POST needs its token, and a flood is slowed."""

import gzip
import json
import logging
import re

import pytest
from flask import Flask

from core.brakes import Brake
from services import health
from services.house import House
from tests.web.public.conftest import HOME, Visitor
from web.app import create_app

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def answers(app: Flask):
    """Every address of the map, asked in every way, and some that are not there."""
    browser = app.test_client()
    static = re.search(r"/static/notes[^\"]+css", browser.get("/", base_url=HOME).text)
    assert static
    paths = {re.sub(r"<[^>]+>", "x", str(rule)) for rule in app.url_map.iter_rules()}
    for path in sorted(paths | {"/nowhere", static[0], "/static/../app.py"}):
        for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"):
            browser = app.test_client()
            yield path, method, browser.open(path, method=method, base_url=HOME)


def test_every_answer_carries_every_header(app: Flask) -> None:
    seen = 0
    for path, method, answer in answers(app):
        seen += 1
        for name, value in GUARDS.items():
            assert answer.headers[name] == value, path
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "form-action 'self'" in policy
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
        built = path.startswith("/static/notes") and method in ("GET", "HEAD")
        assert ("immutable" if built else "no-store") in answer.headers["Cache-Control"]
        assert answer.status_code < 500 or path == "/readyz"
    assert seen > 100


def test_no_post_is_taken_without_its_token(app: Flask) -> None:
    posts = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    assert len(posts) > 5
    for rule in posts:
        path = re.sub(r"<[^>]+>", "x", str(rule))
        answer = app.test_client().post(path, data={"words": "x", "code": "x"}, base_url=HOME)
        assert answer.status_code in (400, 401, 403, 404), path


def test_a_fault_of_ours_carries_every_header_too(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "look", lambda house: 1 / 0)
    answer = Visitor(app).get("/readyz")
    assert answer.status_code == 500
    assert GUARDS.items() <= dict(answer.headers).items()


def test_cookies_are_for_this_host_over_https_and_for_no_script(visitor: Visitor) -> None:
    cookies = visitor.get("/write").headers.getlist("Set-Cookie")
    cookies += visitor.send("/write", words="x").headers.getlist("Set-Cookie")
    assert len(cookies) >= 2
    for cookie in cookies:
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_every_public_page_has_the_same_plain_name_and_asks_nothing_of_other_sites(
    visitor: Visitor,
) -> None:
    paths = ["/", "/write", "/start", "/work", "/look-back", "/privacy", "/accessibility", "/no"]
    for page in (visitor.get(path).text for path in paths):
        assert "<title>Notes</title>" in page
        assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', page)
        tabbed = re.findall(r"<(?:a|button|input|select|textarea)[^>]*>", page)
        assert 'class="leave"' in tabbed[0]
        assert "Get help now" in page
        assert "A sample. Please send nothing real." in page


def test_sixty_young_people_behind_one_address_are_let_in_and_a_flood_is_not(
    visitor: Visitor, app: Flask
) -> None:
    for _ in range(60):
        young_person = Visitor(app)
        assert young_person.get("/").status_code == 203
        assert young_person.send("/write", words="hello").status_code == 303
        assert "Look back on" in young_person.get("/sent").text
    fields = visitor.tokens(visitor.get("/write"))
    flood = [visitor.post("/write", fields | {"words": "flood"}) for _ in range(100)]
    assert flood[-1].status_code == 429
    assert "wait one minute" in flood[-1].text
    assert "flood</textarea>" in flood[-1].text


def test_a_send_that_calls_itself_a_step_of_the_way_is_still_a_send(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.guards.SENDING", "2 per minute")
    fields = visitor.tokens(visitor.get("/write")) | {"do": "answer", "words": "flood"}
    sent = [visitor.post("/write", fields).status_code for _ in range(3)]
    assert sent == [303, 303, 429]


def test_no_word_name_code_or_address_is_logged(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    visitor.send("/write", words="canary words", call="canary name", who="nickname")
    code = visitor.code()
    visitor.send("/look-back", code=code)
    visitor.send("/look-back", code="canary code")
    for secret in ("canary", code, "127.0.0.1"):
        assert secret not in caplog.text


def test_ready_is_red_while_the_clock_stands_still_and_pages_say_so(
    house: House, app: Flask
) -> None:
    assert Visitor(app).get("/healthz").status_code == 200
    red = Visitor(app).get("/readyz")
    assert red.status_code == 503
    assert json.loads(red.text)["clock_alive"] is False
    assert "Our messages are going out late" in Visitor(app).get("/").text
    health.beat(house)
    fresh = Visitor(create_app(house, cookie_key=b"k" * 32))
    assert fresh.get("/readyz").status_code == 200
    assert "Our messages are going out late" not in fresh.get("/").text


def test_style_comes_packed_and_small(visitor: Visitor) -> None:
    page = visitor.get("/write")
    weight = len(page.data)
    parts = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    for part in parts:
        packed = visitor.browser.get(part, base_url=HOME, headers={"Accept-Encoding": "gzip"})
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Vary"] == "Accept-Encoding"
        weight += len(packed.data)
    assert len(parts) + 1 <= 4
    assert weight <= 27_000
    plain = visitor.browser.get(parts[0], base_url=HOME)
    assert "Content-Encoding" not in plain.headers


def test_pages_come_packed_and_never_beside_what_somebody_typed(visitor: Visitor) -> None:
    packs = {"base_url": HOME, "headers": {"Accept-Encoding": "gzip"}}
    visitor.get("/write")
    empty = visitor.browser.get("/", **packs)
    assert empty.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in empty.vary
    assert b"What would you like to say?" in gzip.decompress(empty.data)
    fields = visitor.tokens(visitor.get("/write")) | {"do": "send_all", "words": " "}
    typed = visitor.browser.post("/", data=fields, **packs)
    assert (typed.status_code, "Content-Encoding" in typed.headers) == (400, False)
    visitor.go("hello")
    visitor.press("begin")
    assert "Content-Encoding" not in visitor.browser.get("/", **packs).headers


def test_what_fills_in_the_field_that_nobody_sees_is_asked_to_send_again(visitor: Visitor) -> None:
    page = visitor.send("/write", words="from a machine, or a helpful browser", subject="Offer")
    assert page.status_code == 400
    assert "Please press Send again." in page.text
    assert "from a machine, or a helpful browser</textarea>" in page.text
    again = visitor.post("/write", visitor.tokens(page) | {"words": "from a person"})
    assert again.status_code == 303


def test_guesses_at_codes_are_slowed_in_plain_words_and_the_code_stays_in_its_box(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.brakes.WRONG_HERE", Brake("wrong/", 2))
    monkeypatch.setattr("services.guesses.WRONG_HERE", Brake("wrong/", 2))
    guess = "abacus-ability-about-above-absorb-accent"
    told = [visitor.send("/look-back", code=guess) for _ in range(3)]
    assert [page.status_code for page in told] == [404, 404, 429]
    assert "wait ten minutes" in told[-1].text
    assert guess in told[-1].text

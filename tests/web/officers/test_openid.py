"""Signing in with the council's account, against a real identity provider on loopback."""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import (
    HTTPCookieProcessor,
    HTTPRedirectHandler,
    OpenerDirector,
    build_opener,
)

import pytest
from flask import Flask

from core.facts import Role
from services import accounts
from tests.web.officers.conftest import Staff
from web.app import create_app
from web.officers.provider import Provider, ProviderFailed, Way

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
BACK = "http://localhost/desk/sign-in/back"


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """A provider that issues real signed tokens; anybody signs in there as whom they say."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it is built on a part of Authlib that is going away
        import oidc_provider_mock

        with oidc_provider_mock.run_server_in_thread(require_nonce=True) as server:
            yield Provider(f"http://localhost:{server.server_port}", "heard", "secret")


@pytest.fixture
def app(house, provider: Provider) -> Flask:
    at_home = replace(house, desk_url="http://localhost/desk")
    return create_app(at_home, cookie_key=b"k" * 32, https=False, limited=False, provider=provider)


def go(client, provider: Provider, email: str) -> str:
    """Sign in at the provider as this person; the address that it sends the browser back to."""
    there = client.get("/desk/sign-in/council").headers["Location"]
    asked = parse_qs(urlsplit(there).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["nonce"][0] != asked["state"][0]
    opener = build_opener(_NoRedirect, HTTPCookieProcessor(CookieJar()))
    return answered(opener, there, email)


def answered(opener: OpenerDirector, there: str, email: str) -> str:
    """Where the provider sends the browser of whoever signs in there as this person."""
    try:
        opener.open(there, urlencode({"sub": email}).encode())
    except HTTPError as answer:
        return str(answer.headers["Location"])
    raise AssertionError("the provider sent nobody back")


def test_an_officer_comes_back_signed_in_and_nobody_else_does(
    app: Flask, house, staff: Staff, provider: Provider
) -> None:
    client = app.test_client()
    back = go(client, provider, staff.email(Role.REVIEWER))
    assert back.startswith(BACK)
    page = client.get(back)
    assert page.status_code == 200
    assert 'content="0;url=/desk/"' in page.get_data(as_text=True)
    cookie = client.get_cookie("desk")
    assert cookie is not None
    signed_in = accounts.officer_of(house, cookie.value)
    assert signed_in == staff.officer(Role.REVIEWER)
    assert client.get("/desk/").status_code == 200

    again = client.get(back)
    assert again.status_code == 401, "the same answer opens nothing twice"
    stranger = app.test_client()
    refused = stranger.get(go(stranger, provider, "stranger@council.example"))
    assert refused.status_code == 401
    assert stranger.get_cookie("desk") is None


def test_an_answer_that_was_meant_for_somebody_else_opens_nothing(
    app: Flask, staff: Staff, provider: Provider
) -> None:
    mine, theirs = app.test_client(), app.test_client()
    answer = go(theirs, provider, staff.email(Role.REVIEWER))
    go(mine, provider, staff.email(Role.SAFEGUARDING))
    for wrong in (answer, "/desk/sign-in/back", f"{BACK}?state=x&code=y"):
        assert mine.get(wrong).status_code == 401
        assert mine.get_cookie("desk") is None


@pytest.mark.parametrize("wrong", ["nonce", "verifier", "client", "issuer"])
def test_a_token_that_is_not_exactly_ours_is_refused(
    app: Flask, staff: Staff, provider: Provider, wrong: str
) -> None:
    way = Way.fresh()
    back = answered(build_opener(_NoRedirect), provider.way_to(BACK, way), "a@x.example")
    code = parse_qs(urlsplit(back).query)["code"][0]
    asks, told = provider, way
    if wrong in ("nonce", "verifier"):
        told = replace(way, **{wrong: Way.fresh().nonce})
    elif wrong == "client":
        asks = replace(provider, client_id="another")
    else:
        asks = replace(provider, issuer=provider.issuer.replace("localhost", "127.0.0.1"))
    with pytest.raises(ProviderFailed):
        asks.person(code, BACK, told)


def test_where_it_is_the_only_way_in_no_password_is_asked_for(
    house, staff: Staff, provider: Provider
) -> None:
    only = replace(provider, only=True)
    app = create_app(house, cookie_key=b"k" * 32, https=False, limited=False, provider=only)
    page = app.test_client().get("/desk/sign-in").get_data(as_text=True)
    assert "Sign in with your council account" in page
    assert "password" not in page.lower()

"""Who may go where: every route has a row, and every cell of role by route is as the row says."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from core.facts import Role
from services import settling
from tests.conftest import Now
from tests.web.officers.conftest import Desk, Staff, Told
from web.officers import session
from web.officers.policy import POLICY

NOT_SET_UP = {"desk.go_to_provider", "desk.back_from_provider"}  # no provider: see test_openid
INVITED = {"desk.welcome", "desk.open_welcome", "desk.set_up"}
BEFORE_SIGN_IN = {"desk.sign_in"} | NOT_SET_UP | INVITED
NOBODY_INVITED = {"desk.open_welcome", "desk.invite_again"}
DAYS = {"start": "2027-01-01", "end": "2027-03-31", "meeting_on": "2027-04-06", "item_number": "5"}


def desk_routes(app: Flask) -> Iterator[tuple[str, str, str]]:
    """Each endpoint of the desk, its rule, and each method that it takes."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            if rule.endpoint.startswith("desk."):
                yield rule.endpoint, rule.rule, method


def address(rule: str, view_id: str, officer_id: str = "nobody") -> str:
    named = {"<view_id>": view_id, "<officer_id>": officer_id, "<theme_key>": "money"}
    named |= {"<group_key>": "hours", "<family_key>": "help_line", "<entry_key>": "childline"}
    named["<paper_key>"] = "accessibility"
    return re.sub("<[a-z_]+>", lambda found: named.get(found.group(), "nobody"), rule)


def test_every_route_of_the_desk_has_a_policy_and_every_policy_a_route(app: Flask) -> None:
    assert {endpoint for endpoint, _, _ in desk_routes(app)} == set(POLICY)


def test_only_signing_in_is_open_to_anyone() -> None:
    assert {endpoint for endpoint, access in POLICY.items() if access.anyone} == BEFORE_SIGN_IN


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_new_route_without_a_policy_is_shut_to_everybody(app: Flask, staff: Staff) -> None:
    app.add_url_rule("/desk/forgotten", "desk.forgotten", lambda: "the words")
    assert Desk(app).get("/desk/forgotten").status == 404
    for role in Role:
        assert staff.sign_in(role).get("/desk/forgotten").status == 404


def allowed(status: int) -> bool:
    return status in {200, 201, 303, 409, 422}


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("role", list(Role))
def test_each_role_reaches_its_routes_and_no_other(
    app: Flask, staff: Staff, tell: Callable[..., Told], role: Role, now: Now
) -> None:
    view = tell("My worker never comes.")
    settling.seed(staff.house)
    nowhere = staff.sign_in(role).get("/desk/nothing-here")
    other = staff.officer(Role.READER if role is not Role.READER else Role.REVIEWER).id
    now.pass_by(minutes=1)
    browser = staff.sign_in(role)
    browser.get("/desk/sign-in")
    for endpoint, rule, method in sorted(desk_routes(app), key=lambda r: r[0] == "desk.sign_out"):
        path = address(rule, view.view_id, other)
        page = browser.get(path, **DAYS) if method == "GET" else browser.post(path)
        to = page.headers.get("Location", "")
        assert "sign-in" not in to or endpoint == "desk.sign_out", (endpoint, "signed out")
        if endpoint in NOT_SET_UP | NOBODY_INVITED:
            assert page.status == 404
        elif POLICY[endpoint].anyone or role in POLICY[endpoint].roles:
            assert allowed(page.status), (endpoint, method, page.status)
        else:
            assert (page.status, page.text) == (404, nowhere.text), (endpoint, method)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_nobody_signed_in_reads_nothing(app: Flask, tell: Callable[..., Told]) -> None:
    view = tell("My worker never comes.")
    for endpoint, rule, method in desk_routes(app):
        if endpoint in BEFORE_SIGN_IN:
            continue
        browser = Desk(app)
        browser.get("/desk/sign-in")
        path = address(rule, view.view_id)
        page = browser.get(path) if method == "GET" else browser.post(path)
        quiet = endpoint in session.QUIET
        assert page.status == (303 if method == "GET" and not quiet else 401)
        assert "never comes" not in page.text


def test_not_there_and_not_yours_are_the_same_answer(
    staff: Staff, tell: Callable[..., Told], now: Now
) -> None:
    view = tell("My worker never comes.")
    there = staff.sign_in(Role.ADMINISTRATOR).get(view.path)
    now.pass_by(minutes=1)
    odd = ["AAAAAAAAAAAAAAAAAAAAAA", "x", "%00", "a%00b", "%F0%9F%98%80", "A" * 4000, "..", "'--"]
    reader = staff.sign_in(Role.REVIEWER)
    for view_id in odd:
        page = reader.get(f"/desk/views/{view_id}")
        assert (page.status, page.text) == (404, there.text), view_id


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_no_change_is_made_without_the_forms_token(
    app: Flask, staff: Staff, tell: Callable[..., Told], now: Now
) -> None:
    view = tell("My worker never comes.")
    for role in Role:
        browser = staff.sign_in(role)
        now.pass_by(minutes=1)
        for _, rule, method in desk_routes(app):
            if method == "POST":
                assert browser.post(address(rule, view.view_id), csrf_token="").status == 400


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_no_page_of_the_desk_is_kept_or_framed(app: Flask, staff: Staff) -> None:
    browser = staff.sign_in(Role.REVIEWER)
    for path in ("/desk/", "/desk/summary", "/desk/nothing", "/desk/sign-in", "/desk/people"):
        headers = browser.get(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"

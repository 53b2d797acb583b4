"""Sessions live on the server, begin afresh at sign-in, and end when they should."""

from collections.abc import Callable

import pytest

from core.facts import Role
from services import accounts
from tests.web.officers.conftest import PASSWORD, Desk, Staff, Told
from web.app import create_app


def try_to_sign_in(browser: Desk, email: str, password: str, number: str):
    browser.get("/desk/sign-in")
    return browser.post("/desk/sign-in", email=email, password=password, number=number)


def test_a_wrong_part_is_never_named_and_the_email_is_kept(app, staff: Staff) -> None:
    email, number = staff.email(Role.REVIEWER), staff.number(Role.REVIEWER)
    wrong = "000000" if number != "000000" else "111111"
    tries = [
        (email, "not the password", number),
        (email, PASSWORD, wrong),
        ("x@y.example", PASSWORD, number),
    ]
    told = set()
    for who, password, typed in tries:
        page = try_to_sign_in(Desk(app), who, password, typed)
        assert page.status == 401
        assert page.value("email") == who
        assert password not in page.text
        told.add(page.said().replace(who, ""))
    assert len(told) == 1


def test_what_is_missing_is_named_before_anything_is_checked(app) -> None:
    page = try_to_sign_in(Desk(app), "", "", "")
    assert page.status == 422
    assert {link.get("href") for link in page.all("li/a")} >= {"#email", "#password", "#number"}


@pytest.mark.parametrize("email", ["a\0b@council.example", "😀@council.example", "a" * 254])
def test_an_odd_email_is_refused_and_not_an_accident(app, email: str) -> None:
    assert try_to_sign_in(Desk(app), email, "p", "1").status in {401, 422}


def test_the_cookie_is_pinned_to_the_host_and_out_of_reach_of_scripts(house, staff: Staff) -> None:
    secure = create_app(house, cookie_key=b"k" * 32, https=True, limited=False)
    client = secure.test_client()
    first = client.get("/desk/sign-in", base_url="https://heard.example").get_data(as_text=True)
    token = first.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post(
        "/desk/sign-in",
        base_url="https://heard.example",
        data={
            "csrf_token": token,
            "email": staff.email(Role.REVIEWER),
            "password": PASSWORD,
            "number": staff.number(Role.REVIEWER),
        },
    )
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if c.startswith("__Host-desk="))
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_signing_in_again_gives_a_new_token_and_the_old_one_is_dead(
    house, staff: Staff, now
) -> None:
    browser = staff.sign_in(Role.REVIEWER)
    old = browser.cookie()
    now.pass_by(minutes=1)
    email, number = staff.email(Role.REVIEWER), staff.number(Role.REVIEWER)
    assert try_to_sign_in(browser, email, PASSWORD, number).status == 303
    assert browser.cookie() not in {"", old}
    assert accounts.officer_of(house, old) is None


def test_signing_out_ends_the_session_on_the_server(app, house, reviewer: Desk) -> None:
    token = reviewer.cookie()
    reviewer.get("/desk/")
    assert reviewer.post("/desk/sign-out").status == 303
    assert accounts.officer_of(house, token) is None
    thief = Desk(app)
    thief.client.set_cookie("desk", token)
    assert thief.get("/desk/").status == 303


@pytest.mark.parametrize(("minutes", "open_still"), [(29, True), (31, False)])
def test_a_session_left_alone_ends_after_half_an_hour(
    reviewer: Desk, now, minutes, open_still
) -> None:
    now.pass_by(minutes=minutes)
    assert (reviewer.get("/desk/").status == 200) is open_still


def test_no_session_outlives_twelve_hours(reviewer: Desk, now) -> None:
    for _ in range(12 * 3):
        now.pass_by(minutes=20)
        reviewer.get("/desk/")
    now.pass_by(minutes=1)
    assert reviewer.get("/desk/").status == 303


def test_somebody_who_is_stopped_is_out_at_the_next_request(staff: Staff, admin: Desk) -> None:
    browser = staff.sign_in(Role.REVIEWER)
    who = staff.officer(Role.REVIEWER)
    admin.get("/desk/people")
    assert admin.post(f"/desk/people/{who.id}/active", active="no").status == 303
    assert browser.get("/desk/").status == 303


def test_a_reply_typed_after_the_session_ended_is_shown_to_copy(
    reviewer: Desk, tell: Callable[..., Told], now
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    now.pass_by(hours=1)
    page = reviewer.post(f"{view.path}/reply", words="We will ring you </textarea><b>")
    assert page.status == 401
    assert page.all("textarea")[0].text == "We will ring you </textarea><b>"


def test_after_sign_in_the_page_that_was_asked_for_opens(
    app, staff: Staff, tell: Callable[..., Told]
) -> None:
    view = tell("My worker never comes.")
    browser = Desk(app)
    assert browser.get(view.path).headers["Location"] == "/desk/sign-in"
    email, number = staff.email(Role.REVIEWER), staff.number(Role.REVIEWER)
    page = try_to_sign_in(browser, email, PASSWORD, number)
    assert page.headers["Location"] == view.path


def test_an_administrator_begins_with_the_people(staff: Staff, app) -> None:
    email, number = staff.email(Role.ADMINISTRATOR), staff.number(Role.ADMINISTRATOR)
    page = try_to_sign_in(Desk(app), email, PASSWORD, number)
    assert page.headers["Location"] == "/desk/people"


def test_a_made_up_cookie_opens_nothing(app, staff: Staff) -> None:
    for token in ("", "x", "é", "a" * 3000, "%00"):
        browser = Desk(app)
        browser.client.set_cookie("desk", token)
        assert browser.get("/desk/").status == 303

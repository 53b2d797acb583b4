"""Somebody new, on a small phone: from the invitation to their first page; axe reads each page."""

import pyotp
import pytest

from core.facts import Role
from tests.journeys.street import PHONE, mistakes_in
from tests.journeys.walk import Walk
from tests.web.officers import conftest as desk

app, staff = desk.app, desk.staff
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]


def invited(walk: Walk, staff: desk.Staff) -> str:
    """An administrator adds Nia, and is shown her invitation."""
    walk.sign_in(staff, Role.ADMINISTRATOR)
    walk.open("/desk/people")
    page = walk.page
    for label, text in (("Name", "Nia"), ("Post", "Officer"), ("Email", "nia@x.example")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("reviewer").check()
    walk.press("Add them")
    walk.look("invitation")
    code = str(page.inner_text(".desk-secret"))
    walk.check()
    walk.open("/desk/people")
    walk.follow(page.get_by_role("link", name="Nia"))
    walk.look("a person who is invited")
    walk.check()
    return code


def test_somebody_new_sets_up_their_sign_in(
    browser, address, staff, now, page_checker, tmp_path
) -> None:
    admin = Walk(browser.new_context(viewport=PHONE).new_page(), address)
    code = invited(admin, staff)
    walk = Walk(browser.new_context(viewport=PHONE).new_page(), address)
    page = walk.page
    walk.open("/desk/sign-in")
    walk.follow(page.get_by_role("link", name="Set up your sign-in"))
    walk.press("Go on")
    walk.look("no invitation")
    walk.check()
    page.get_by_label("Your invitation").fill(code)
    walk.press("Go on")
    key = pyotp.TOTP(page.inner_text(".desk-secret").replace(" ", ""))
    page.get_by_label("Password").fill("too short")
    page.get_by_label("Six-figure number").fill(key.at(now()))
    walk.press("Set up my sign-in")
    assert "at least 12" in page.inner_text("main")
    walk.look("set up")
    walk.check()
    page.get_by_label("Password").fill(desk.PASSWORD)
    page.get_by_label("Six-figure number").fill(key.at(now()))
    walk.press("Set up my sign-in")
    page.get_by_label("Email").fill("nia@x.example")
    page.get_by_label("Password").fill(desk.PASSWORD)
    page.get_by_label("Six-figure number").fill(key.at(now()))
    walk.press("Sign in")
    assert page.url == f"{address}/desk/"
    assert mistakes_in(page_checker, tmp_path, admin.seen | walk.seen) == []
    page.context.close()
    admin.page.context.close()

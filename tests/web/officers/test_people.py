"""The administrator lets people in and out, and never reads the words."""

import pyotp

from core.facts import Role
from tests.web.officers.conftest import PASSWORD, Desk, Staff

NEW = {
    "name": "Nia",
    "post": "Participation Officer",
    "email": "nia@council.example",
    "password": "another long password",
    "roles": ["reviewer"],
}


def test_somebody_new_can_sign_in_with_the_letters_shown_once(app, house, admin: Desk) -> None:
    admin.get("/desk/people")
    page = admin.post("/desk/people/add", **NEW)
    assert page.status == 201
    secret = page.said("p[@class='desk-secret']").replace(" ", "")
    assert secret not in admin.get("/desk/people").text
    browser = Desk(app)
    browser.get("/desk/sign-in")
    number = pyotp.TOTP(secret).at(house.now())
    fields = {"email": NEW["email"], "password": NEW["password"], "number": number}
    assert browser.post("/desk/sign-in", **fields).status == 303


def test_what_is_wrong_is_told_and_what_was_typed_is_kept_but_not_the_password(admin: Desk) -> None:
    admin.get("/desk/people")
    page = admin.post("/desk/people/add", **{**NEW, "password": "short", "roles": []})
    assert page.status == 422
    assert page.value("name") == "Nia"
    assert "short" not in page.text
    assert page.all("a[@href='#roles']")


def test_one_email_has_one_account(staff: Staff, admin: Desk) -> None:
    admin.get("/desk/people")
    page = admin.post("/desk/people/add", **{**NEW, "email": staff.email(Role.REVIEWER)})
    assert page.status == 409
    assert "can already sign in" in page.said()


def test_nobody_is_added_with_a_role_that_does_not_exist(admin: Desk) -> None:
    admin.get("/desk/people")
    assert admin.post("/desk/people/add", **{**NEW, "roles": ["king"]}).status == 422


def test_nobody_shuts_the_door_behind_themselves(staff: Staff, admin: Desk) -> None:
    me = staff.officer(Role.ADMINISTRATOR)
    admin.get("/desk/people")
    assert admin.post(f"/desk/people/{me.id}/active", active="no").status == 404
    assert admin.get("/desk/people").status == 200


def test_somebody_let_in_again_can_sign_in(staff: Staff, admin: Desk, app) -> None:
    who = staff.officer(Role.REVIEWER)
    admin.get("/desk/people")
    admin.post(f"/desk/people/{who.id}/active", active="no")
    stopped = admin.get("/desk/people")
    assert "Stopped" in stopped.said()
    fields = {"email": staff.email(Role.REVIEWER), "password": PASSWORD}
    browser = Desk(app)
    browser.get("/desk/sign-in")
    number = staff.number(Role.REVIEWER)
    assert browser.post("/desk/sign-in", **fields, number=number).status == 401
    admin.post(f"/desk/people/{who.id}/active", active="yes")
    assert staff.sign_in(Role.REVIEWER).get("/desk/").status == 200

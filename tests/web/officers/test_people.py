"""The administrator lets people in and out, and never reads the words."""

import pyotp

from core.facts import Role
from tests.web.officers.conftest import PASSWORD, Desk, Staff

NEW = {
    "name": "Nia",
    "post": "Participation Officer",
    "email": "nia@council.example",
    "roles": ["reviewer"],
}


def test_somebody_new_sets_up_their_own_sign_in_by_an_invitation(app, house, admin: Desk) -> None:
    admin.get("/desk/people")
    page = admin.post("/desk/people/add", **NEW)
    assert page.status == 201
    code = page.said("p[@class='desk-secret']")
    assert code not in admin.get("/desk/people").text
    first, browser = Desk(app), Desk(app)
    keys = []
    for one in (first, browser):
        one.get("/desk/welcome")
        wrong = one.post("/desk/welcome/code", code="six words that are not right")
        assert (wrong.status, wrong.value("code")) == (404, "six words that are not right")
        shown = one.follow(one.post("/desk/welcome/code", code=code.replace("-", " ")))
        assert "Welcome, Nia" in shown.said()
        keys.append(shown.said("p[@class='desk-secret']").replace(" ", ""))
    assert keys[0] != keys[1], "whoever looked first knows nothing of what is set up"
    number, password = pyotp.TOTP(keys[1]).at(house.now()), "another long password"
    page = browser.post("/desk/welcome/set-up", password="too short", number=number)
    assert page.status == 422
    assert "at least 12" in page.said()
    assert "too short" not in page.text
    page = browser.post("/desk/welcome/set-up", password=password, number=number)
    assert "set up" in browser.follow(page).said()
    fields = {"email": NEW["email"], "password": password, "number": number}
    assert browser.post("/desk/sign-in", **fields).status == 303
    late = pyotp.TOTP(keys[0]).at(house.now())
    page = first.post("/desk/welcome/set-up", password="whatever they chose", number=late)
    assert (page.status, "safeguarding lead now" in page.said()) == (404, True)
    house.now.pass_by(minutes=1)
    fields = {"password": password, "number": pyotp.TOTP(keys[1]).at(house.now())}
    browser.get("/desk/account")
    assert browser.post("/desk/account/password", **fields, fresh="short").status == 422
    page = browser.post("/desk/account/password", **fields, fresh="quite another one")
    assert "is changed" in browser.follow(page).said()


def test_what_is_wrong_is_told_and_what_was_typed_is_kept(admin: Desk) -> None:
    admin.get("/desk/people")
    page = admin.post("/desk/people/add", **{**NEW, "roles": []})
    assert page.status == 422
    assert page.value("name") == "Nia"
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

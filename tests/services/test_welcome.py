"""Invitations: used once, by one person, who alone knows what they choose."""

from dataclasses import replace
from datetime import timedelta

import pyotp
import pytest

from core.errors import NotAllowed, SignInFailed
from core.facts import Role
from core.inviting import LASTS, KnownPassword, WrongInvitation, WrongNumber
from services import accounts, federation, staffing, welcome
from services.entering import Entry
from services.house import PERSON
from tests.services.people import PASSWORD, officer

BOB = Entry("bob@x.example", "Bob", "Reviewer", frozenset({Role.REVIEWER}))
KEY = pyotp.TOTP("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")


@pytest.fixture
def admin(house):
    return officer(house, Role.ADMINISTRATOR, email="admin@x.example")[0]


def letters(house):
    with house.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT recipient, subject, body FROM outbox")
        return [tuple(row) for row in rows]


def test_an_invitation_opens_once_and_its_owner_and_the_lead_are_told(house, now, admin):
    house = replace(house, channels={**house.channels, PERSON: ("person/mail",)})
    typed = welcome.invite(house, admin, BOB).replace("-", " ").upper()
    code, them = welcome.welcome(house, typed)
    assert (them.name, them.email, them.keeps_password) == ("Bob", BOB.email, False)
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, BOB.email, PASSWORD, KEY.at(now()))
    with pytest.raises(WrongNumber):
        welcome.set_up(house, code, KEY.secret, PASSWORD, "000000")
    for password, error in (("short", accounts.WeakPassword), (typed, KnownPassword)):
        with pytest.raises(error):
            welcome.set_up(house, code, KEY.secret, password, KEY.at(now()))
    welcome.set_up(house, code, KEY.secret, PASSWORD, KEY.at(now()))
    assert accounts.sign_in(house, BOB.email, PASSWORD, KEY.at(now()))
    for again in (
        lambda: welcome.welcome(house, code),
        lambda: welcome.set_up(house, code, KEY.secret, PASSWORD, KEY.at(now())),
    ):
        with pytest.raises(WrongInvitation):
            again()
    told = letters(house)
    assert any("new officer has set up" in subject for _, subject, _ in told), "the lead"
    (own,) = [one for one in told if one[0] == BOB.email]
    assert "safeguarding lead" in own[2]
    assert not any(said in own[2] for said in (code, KEY.secret, PASSWORD))


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_invitation_ends_by_time_by_another_and_with_the_account(house, now, admin):
    code = welcome.invite(house, admin, BOB)
    (bob,) = welcome.waiting(house, admin)
    newer = welcome.invite_again(house, admin, bob)
    accounts.set_active(house, admin, bob, False)
    for dead in (code, newer, "not a code", ""):
        with pytest.raises(WrongInvitation):
            welcome.welcome(house, dead)
    accounts.set_active(house, admin, bob, True)
    assert welcome.welcome(house, newer)
    now.pass_by(seconds=(LASTS - timedelta(seconds=1)).total_seconds())
    assert welcome.welcome(house, newer)
    now.pass_by(seconds=2)
    with pytest.raises(WrongInvitation):
        welcome.welcome(house, newer)
    last = welcome.invite_again(house, admin, bob)
    assert federation.sign_in_as(house, "subject", BOB.email)
    with pytest.raises(WrongInvitation):
        welcome.welcome(house, last)
    reader = replace(admin, roles=frozenset({Role.REVIEWER}))
    with pytest.raises(NotAllowed):
        welcome.invite(house, reader, BOB)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_whoever_runs_heard_lets_somebody_start_anew(house, now, admin):
    who, totp = officer(house, Role.REVIEWER, email="ann@x.example")
    code = staffing.start_anew(house, "ann@x.example")
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, "ann@x.example", PASSWORD, totp.at(now()))
    assert who.id not in welcome.waiting(house, admin), "no administrator takes that over alone"
    welcome.set_up(house, code, KEY.secret, "another long password", KEY.at(now()))
    assert accounts.sign_in(house, "ann@x.example", "another long password", KEY.at(now()))

"""Officers change: what they may do changes with their next request, and nobody does it alone."""

from datetime import datetime

import pyotp
import pytest

from core.errors import NotFound, SignInFailed
from core.facts import Role
from core.inbox import Sieve
from core.inviting import WrongInvitation, WrongPassword
from core.rota import Absence
from core.working_days import london_day
from services import (
    accounts,
    desk,
    federation,
    intake,
    notes,
    ownership,
    review,
    rota,
    staffing,
    welcome,
)
from services.entering import Entry
from tests.services.people import PASSWORD, officer, queue_ids, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
EMAIL = "ann@x.example"
NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - UTC, as the books keep it


@pytest.fixture
def staff(house):
    """Ann, who reviews, with her numbers; and two administrators."""
    ann, totp = officer(house, Role.REVIEWER, email=EMAIL)
    admins = [officer(house, Role.ADMINISTRATOR, email=f"{n}@x.example")[0] for n in "ab"]
    return ann, totp, *admins


def signed_in(house, now, totp, device=""):
    now.pass_by(minutes=1)
    return accounts.sign_in(house, EMAIL, PASSWORD, totp.at(now()), device)


def test_another_role_holds_from_the_next_request_on(house, now, staff):
    ann, totp, admin, other = staff
    token = signed_in(house, now, totp)
    staffing.change(house, admin, ann.id, {Role.MEMBERS_READER}, "Scrutiny Officer")
    found = accounts.officer_of(house, token)
    assert found is not None
    assert found.roles == {Role.MEMBERS_READER}
    assert found.post == "Scrutiny Officer"
    for wrong in (admin.id, "nobody"):
        with pytest.raises(NotFound):
            staffing.change(house, admin, wrong, {Role.REVIEWER}, "")
    staffing.change(house, admin, other.id, {Role.REVIEWER}, "")
    with house.store.reading() as books:
        assert books.outbox.next_due() is not None, "the lead is told of a new reader"
    with pytest.raises(staffing.NobodyLeft):
        staffing.change(house, ann_as_admin(ann), admin.id, {Role.REVIEWER}, "")


def ann_as_admin(ann):
    return type(ann)(ann.id, ann.name, ann.post, frozenset({Role.ADMINISTRATOR}))


def test_a_lost_phone_takes_two_administrators_and_ends_every_session(house, now, staff):
    ann, totp, admin, other = staff
    token = signed_in(house, now, totp)
    staffing.ask_factor(house, admin, ann.id)
    assert accounts.officer_of(house, token) is None
    for alone in (admin, ann_as_admin(ann)):
        with pytest.raises(staffing.NeedsAnother):
            staffing.make_factor(house, alone, ann.id)
    code = staffing.make_factor(house, other, ann.id)
    with pytest.raises(SignInFailed):
        signed_in(house, now, totp)
    fresh = pyotp.TOTP(pyotp.random_base32())
    with pytest.raises(WrongPassword):
        welcome.set_up(house, code, fresh.secret, "whoever made it chose this", fresh.at(now()))
    with pytest.raises(NotFound):
        welcome.invite_again(house, admin, ann.id)
    welcome.set_up(house, code, fresh.secret, PASSWORD, fresh.at(now()))
    with pytest.raises(WrongInvitation):
        welcome.set_up(house, code, fresh.secret, PASSWORD, fresh.at(now()))
    assert signed_in(house, now, fresh)
    with pytest.raises(NotFound):
        staffing.make_factor(house, other, ann.id)


def test_a_leavers_views_questions_and_turns_go_to_somebody(house, now, staff):
    ann, totp, admin, _ = staff
    pat, _ = officer(house, Role.PARTICIPATION, email="pat@x.example")
    lead, _ = officer(house, Role.SAFEGUARDING, email="lead@x.example")
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    ownership.give(house, pat, view_id, ann.id)
    notes.write_note(house, pat, view_id, "Look?", ann.id)
    today = london_day(now())
    rota.put_on(house, lead, ann.id, 1, today, today)
    token = signed_in(house, now, totp)
    assert staffing.leave(house, admin, ann.id, pat.id) == 1
    assert accounts.officer_of(house, token) is None
    with pytest.raises(SignInFailed):
        signed_in(house, now, totp)
    mine = desk.look(house, pat, Sieve(owner="me")).lines
    assert [line.view_id for line in mine] == [view_id]
    assert desk.look(house, pat, Sieve()).asked == 1
    assert rota.look(house, lead).duties == ()


def test_whoever_covers_for_somebody_away_has_their_views_in_the_queue(house, now, staff):
    ann, _, _, _ = staff
    pat, _ = officer(house, Role.PARTICIPATION, email="pat@x.example")
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    ownership.give(house, pat, view_id, ann.id)
    today = london_day(now())
    with house.store.transaction() as books:
        books.rotas.add([Absence(ann.id, today, today, pat.id)])
    assert [one.view_id for one in desk.look(house, pat, Sieve(owner="me")).lines] == [view_id]
    assert review.open_view(house, pat, view_id).words


def test_guesses_from_elsewhere_do_not_keep_an_officer_out(house, now, staff):
    _, totp, _, _ = staff
    device = accounts.remember_device(house, signed_in(house, now, totp), "")
    for _ in range(20):
        with pytest.raises(SignInFailed):
            accounts.sign_in(house, EMAIL, "guess", "123456")
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, EMAIL, PASSWORD, totp.at(now()), "another device")
    assert signed_in(house, now, totp, device), "the known device is not slowed"
    for _ in range(20):
        with pytest.raises(SignInFailed):
            accounts.sign_in(house, EMAIL, "guess", "123456")
    now.pass_by(seconds=61)
    assert accounts.sign_in(house, EMAIL, PASSWORD, totp.at(now())), "a minute at the most"


def test_a_known_device_that_guesses_is_known_no_more(house, now, staff):
    _, totp, _, _ = staff
    device = accounts.remember_device(house, signed_in(house, now, totp), "")
    for _ in range(12):
        with pytest.raises(SignInFailed):
            accounts.sign_in(house, EMAIL, "guess", "123456", device)
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, EMAIL, PASSWORD, totp.at(now()), device)


def test_an_account_at_the_provider_is_bound_once_and_then_its_address_counts_no_more(house, staff):
    ann, _, admin, _ = staff
    token = federation.sign_in_as(house, "subject-1", EMAIL.upper())
    assert accounts.officer_of(house, token) == ann
    assert federation.sign_in_as(house, "subject-1", "new-name@x.example")
    for subject, email in (("subject-2", EMAIL), ("subject-3", ""), ("subject-4", "nobody@x.y")):
        with pytest.raises(SignInFailed):
            federation.sign_in_as(house, subject, email)
    accounts.set_active(house, admin, ann.id, False)
    with pytest.raises(SignInFailed):
        federation.sign_in_as(house, "subject-1", EMAIL)


def test_the_lead_is_told_whoever_is_let_in_to_be_a_second_person(house, staff):
    _, _, admin, other = staff

    def told():
        with house.store.reading() as books:
            return books.outbox.waiting(NEVER).waiting

    before = told()
    new = Entry("ada2@x.example", "Ada Two", "Administrator", frozenset({Role.ADMINISTRATOR}))
    welcome.invite(house, admin, new)
    assert told() == before + 1
    accounts.set_active(house, admin, other.id, False)
    assert told() == before + 1
    accounts.set_active(house, admin, other.id, True)
    assert told() == before + 2, "a leaver who is let in again is somebody new"

"""Signing in: both factors, each number once, and no word about which part was wrong."""

import pytest

from core.errors import NotAllowed, NotSaved, SignInFailed
from core.facts import Role
from core.inviting import WrongPassword
from services import accounts, sight, welcome
from services.entering import AlreadyAnOfficer, Entry
from tests.services.people import PASSWORD, officer

EMAIL = "officer@council.example"


@pytest.fixture
def totp(house):
    return officer(house, Role.REVIEWER)[1]


def number(totp, now):
    return totp.at(now())


def test_the_right_three_open_a_session_on_the_server(house, now, totp):
    token = accounts.sign_in(house, EMAIL.upper(), PASSWORD, number(totp, now))
    signed_in = accounts.officer_of(house, token)
    assert signed_in is not None
    assert signed_in.roles == {Role.REVIEWER}
    accounts.sign_out(house, token)
    assert accounts.officer_of(house, token) is None


def test_any_wrong_part_gives_the_same_refusal(house, now, totp):
    good = number(totp, now)
    for tried in (
        ("nobody@council.example", PASSWORD, good),
        (EMAIL, "wrong", good),
        (EMAIL, PASSWORD, "000000"),
        (EMAIL, PASSWORD, ""),
        (EMAIL, PASSWORD, "ٱ" * 6),
    ):
        with pytest.raises(SignInFailed) as told:
            accounts.sign_in(house, *tried)
        assert str(told.value) == str(SignInFailed())


def test_a_number_opens_only_once(house, now, totp):
    used = number(totp, now)
    accounts.sign_in(house, EMAIL, PASSWORD, used)
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, EMAIL, PASSWORD, used)


def test_guessing_is_slowed_and_the_right_person_gets_in_after_the_wait(house, now, totp):
    for _ in range(7):
        with pytest.raises(SignInFailed):
            accounts.sign_in(house, EMAIL, "guess", "123456")
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    now.pass_by(minutes=16)
    assert accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))


def test_a_session_ends_after_half_an_hour_unused_and_after_twelve_hours(house, now, totp):
    token = accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    for _ in range(28):
        now.pass_by(minutes=25)
        assert accounts.officer_of(house, token)
    now.pass_by(minutes=25)
    assert accounts.officer_of(house, token) is None
    token = accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    now.pass_by(minutes=31)
    assert accounts.officer_of(house, token) is None


def test_a_stopped_officer_is_out_at_once(house, now, totp):
    admin, _ = officer(house, Role.ADMINISTRATOR, email="admin@council.example")
    token = accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    stopped = accounts.officer_of(house, token)
    assert stopped is not None
    with pytest.raises(NotAllowed):
        accounts.set_active(house, stopped, stopped.id, False)
    accounts.set_active(house, admin, stopped.id, False)
    assert accounts.officer_of(house, token) is None
    now.pass_by(minutes=1)
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))


def test_the_second_factor_is_not_readable_in_the_table(house, totp):
    with house.store.engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT totp, password_hash FROM officer").one()
    assert totp.secret.encode() not in bytes(stored[0])
    assert PASSWORD not in stored[1]


def test_a_weak_password_and_a_second_account_are_refused(house, totp):
    with pytest.raises(accounts.WeakPassword):
        accounts.add_officer(
            house, email="x@y.example", name="", post="", password="short", roles=set()
        )
    with pytest.raises(AlreadyAnOfficer):
        officer(house, Role.REVIEWER)


def test_the_safeguarding_lead_is_told_when_an_administrator_lets_somebody_read(house):
    admin, _ = officer(house, Role.ADMINISTRATOR, email="admin@council.example")
    new = Entry("new@council.example", "New", "Officer", frozenset({Role.REVIEWER}))
    welcome.invite(house, admin, new)
    with house.store.reading() as books:
        assert books.outbox.next_due() is not None
        assert [line.detail for line in books.audit.lines()][-1] == "reviewer"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_whoever_changes_their_password_proves_it_is_them_and_is_out_elsewhere(house, now, totp):
    token = accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    now.pass_by(minutes=1)
    left_open = accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    me = accounts.officer_of(house, token)
    assert me is not None
    now.pass_by(minutes=1)
    fresh = "quite another password"
    for old, typed in (("wrong", number(totp, now)), (PASSWORD, "000000")):
        with pytest.raises(WrongPassword):
            accounts.change_password(house, me, token, old, typed, fresh)
    with pytest.raises(accounts.WeakPassword):
        accounts.change_password(house, me, token, PASSWORD, number(totp, now), "short")
    accounts.change_password(house, me, token, PASSWORD, number(totp, now), fresh)
    assert accounts.officer_of(house, token) == me
    assert accounts.officer_of(house, left_open) is None
    now.pass_by(minutes=1)
    with pytest.raises(SignInFailed):
        accounts.sign_in(house, EMAIL, PASSWORD, number(totp, now))
    assert accounts.sign_in(house, EMAIL, fresh, number(totp, now))


def test_whoever_was_kept_is_told_so_though_no_view_could_be_matched_yet(house, monkeypatch):
    def locked(*_: object) -> int:
        raise NotSaved

    monkeypatch.setattr(sight, "match_more", locked)
    assert officer(house, Role.REVIEWER)[1].secret

"""A new officer's own sign-in: an invitation opens it once, and nobody else sees what they choose.

Rationale: whoever chose or saw another officer's password and second factor could sign in as them,
and be the second person for what they asked themselves.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

import pyotp

from core.brakes import TooFast
from core.duties import KEEPS_OFFICERS, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.inviting import (
    LASTS,
    TRIED,
    KnownPassword,
    Start,
    WrongInvitation,
    WrongNumber,
    WrongPassword,
)
from core.receipts import from_bytes, tidy
from services import accounts, sign_in_brake
from services.alerts import tell_safeguarding
from services.entering import Entry, enter, entering
from services.house import House, naive_utc
from services.telling import write_to
from storage.invitations import Invitation
from storage.officers import Account
from storage.store import Books

SET_UP = {
    Start.FIRST: "A new officer has set up their sign-in",
    Start.PHONE: "An officer has set up a new second factor",
    Start.ANEW: "An officer has set up their sign-in anew",
}
YOURS = "Your sign-in to Heard was set up"


@dataclass(frozen=True, slots=True)
class Welcome:
    """Who is invited, as their own page shows it; `keeps_password`: they type the one they have."""

    name: str
    email: str
    keeps_password: bool


@dataclass(frozen=True, slots=True)
class _Invited:
    """An invitation that counts, and the account and the address that it is for."""

    found: Invitation
    account: Account
    email: str


def invite(house: House, by: Officer, entry: Entry) -> str:
    """Let somebody new set up their sign-in; the code for them, shown this once.

    Raises:
        AlreadyAnOfficer: the address has an account.
    """
    must_hold(by, KEEPS_OFFICERS)
    nobody_knows = accounts.hashed(secrets.token_urlsafe(32))
    with entering(house) as books:
        made = enter(house, books, entry, nobody_knows, pyotp.random_base32(), by)
        return offer(house, books, made, Start.FIRST)


def invite_again(house: House, by: Officer, officer_id: str) -> str:
    """Another code for somebody who has not set up their sign-in; the earlier one is over.

    Raises:
        NotFound: there is nobody such. Whoever has a sign-in needs two administrators.
    """
    must_hold(by, KEEPS_OFFICERS)
    with house.store.transaction() as books:
        kept = books.invitations.waiting().get(officer_id)
        if kept is None or kept.start is not Start.FIRST:
            raise NotFound
        books.audit.append(house.now().isoformat(), by.id, "invited again", officer_id)
        return offer(house, books, officer_id, Start.FIRST)


def offer(house: House, books: Books, officer_id: str, start: Start) -> str:
    """A code for this officer. Whoever never had a sign-in still sets up all of it."""
    kept = books.invitations.waiting().get(officer_id)
    start = kept.start if kept and kept.start is not Start.PHONE else start
    code = from_bytes(secrets.token_bytes(16))
    books.invitations.offer(officer_id, code, start, naive_utc(house.now()) + LASTS)
    return code


def waiting(house: House, by: Officer) -> frozenset[str]:
    """The ids of those who have yet to set up their sign-in."""
    must_hold(by, KEEPS_OFFICERS)
    with house.store.reading() as books:
        return frozenset(
            id_ for id_, one in books.invitations.waiting().items() if one.start is Start.FIRST
        )


def welcome(house: House, typed: str, visitor: str = "") -> tuple[str, Welcome]:
    """The code as it is kept, and who is invited by it.

    Raises:
        WrongInvitation, TooFast: it opens nothing.
    """
    code, now = tidy(typed), house.now()
    with house.store.reading() as books:
        if books.brakes.tried(TRIED, now, visitor) >= TRIED.most:
            raise TooFast
        if code is None:
            raise WrongInvitation
        invited = _invited(books, code, naive_utc(now))
    if invited is None:
        with house.store.transaction() as books:
            books.brakes.press(TRIED, now, visitor)
        raise WrongInvitation
    name, keeps_password = invited.account.officer.name, invited.found.start is Start.PHONE
    return code, Welcome(name, invited.email, keeps_password)


def set_up(house: House, code: str, secret: str, password: str, number: str) -> None:
    """Keep the password and the second factor of whoever was invited; the code is used.

    Args:
        secret: of the second factor, shown to them alone.
        password: the one they choose; after a lost phone, the one that they have.
        number: a first one from their app, so that it is known to work.

    Raises:
        WrongInvitation, WeakPassword, KnownPassword, WrongPassword, WrongNumber: nothing was kept.
    """
    now = naive_utc(house.now())
    with house.store.reading() as books:
        invited = _invited(books, code, now)
    if invited is None:
        raise WrongInvitation
    fresh = replace(invited.account, totp_secret=secret, totp_last=0)
    if accounts.step_of(fresh, number, now) is None:
        raise WrongNumber
    hashed = _password(house, invited, code, password)
    with house.store.transaction() as books:
        if not books.invitations.use(code):
            raise WrongInvitation
        books.officers.new_password(invited.found.officer_id, hashed)
        books.officers.new_factor(invited.found.officer_id, secret)
        _note(house, books, invited.found, invited.email)


def _password(house: House, invited: _Invited, code: str, password: str) -> str:
    """The hash to keep: of the password that they choose, or the one that is kept already."""
    if invited.found.start is not Start.PHONE:
        if tidy(password) == code:
            raise KnownPassword
        return accounts.hashed(password)
    if not _is_theirs(house, invited, password):
        raise WrongPassword
    return invited.account.password_hash


def _is_theirs(house: House, invited: _Invited, password: str) -> bool:
    """Whether it is the password that they have; guesses are slowed like those at sign-in."""
    with house.store.reading() as books:
        free = sign_in_brake.may_try(books, invited.email, "", naive_utc(house.now()))
    if accounts.password_right(invited.account, password) and free:
        return True
    with house.store.transaction() as books:
        sign_in_brake.note_miss(house, books, invited.email, "")
    return False


def _note(house: House, books: Books, found: Invitation, email: str) -> None:
    """Audit it, tell the safeguarding lead, and write to the officer's own address."""
    books.signing.forgive(email)
    now = house.now().isoformat()
    books.audit.append(now, found.officer_id, "sign-in set up", found.officer_id, found.start)
    tell_safeguarding(house, books, SET_UP[found.start])
    write_to(house, books, email, YOURS)


def _invited(books: Books, code: str, now: datetime) -> _Invited | None:
    """Whom this code invites, where it still counts."""
    found = books.invitations.find(code, now)
    email = books.officers.email(found.officer_id) if found else ""
    account = books.officers.account(email)
    return _Invited(found, account, email) if found and account else None

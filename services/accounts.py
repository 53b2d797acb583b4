"""Officers' accounts: a password with a second factor, sessions on the server."""

import secrets
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from core.duties import KEEPS_OFFICERS, must_hold
from core.errors import HeardError, SignInFailed
from core.facts import Officer, Role
from core.inviting import WrongPassword
from core.working_days import london_day
from services import register, sign_in_brake
from services.entering import Entry, enter, entering, tell_of_new
from services.house import House, naive_utc
from services.telling import write_to
from storage.officers import Account
from storage.store import Books

HASHER = PasswordHasher()
STEP_S = 30
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
TOUCH_EVERY = timedelta(minutes=1)
SHORTEST_PASSWORD = 12


NOBODY = Account(
    officer=Officer("", "", "", frozenset()),
    password_hash=HASHER.hash(secrets.token_urlsafe(16)),
    totp_secret=pyotp.random_base32(),
    totp_last=0,
    active=False,
)


class WeakPassword(HeardError):
    """The password is too short."""

    status = 422

    def __init__(self) -> None:
        super().__init__(f"Choose a password of at least {SHORTEST_PASSWORD} characters.")


def add_officer(
    house: House,
    *,
    email: str,
    name: str,
    post: str,
    password: str,
    roles: AbstractSet[Role],
) -> str:
    """Let somebody sign in, from the command line; the secret for their numbers, shown this once.

    At the desk nobody chooses another's password: see services.welcome.
    """
    secret, kept = pyotp.random_base32(), hashed(password)
    entry = Entry(email.strip(), name.strip(), post.strip(), frozenset(roles))
    with entering(house) as books:
        enter(house, books, entry, kept, secret, None)
    return secret


def hashed(password: str) -> str:
    """The password as it is kept. WeakPassword where it is too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise WeakPassword
    return HASHER.hash(password)


def sign_in(house: House, email: str, password: str, number: str, device: str = "") -> str:
    """A session token for the right e-mail address, password and number; else SignInFailed.

    Every try costs one hashing and one write, whether the address is anybody's or not.

    Args:
        device: what this browser carries since its officer last signed in here.
    """
    email, now = email.strip(), naive_utc(house.now())
    with house.store.reading() as books:
        found = books.officers.account(email)
        free = sign_in_brake.may_try(books, email, device, now)
    account = found or NOBODY
    right = password_right(account, password)
    step = step_of(account, number, now)
    with house.store.transaction() as books:
        token = None
        if found is not None and right and step is not None and free and found.active:
            token = _open(house, books, found, step, now)
        if token is None:
            sign_in_brake.note_miss(house, books, email, device)
        else:
            books.signing.forgive(email)
    if token is None:
        raise SignInFailed
    return token


def remember_device(house: House, token: str, device: str) -> str:
    """What this browser shall carry from now on: the officer of this session signed in from it."""
    carried = device or secrets.token_urlsafe(32)
    with house.store.transaction() as books:
        session = books.officers.session(token)
        if session is not None:
            today = london_day(house.now())
            books.signing.remember_device(carried, session.officer.id, today)
    return carried


def password_right(account: Account, password: str) -> bool:
    """Whether it is this account's password."""
    try:
        HASHER.verify(account.password_hash, password)
    except VerificationError:
        return False
    return True


def step_of(account: Account, number: str, now: datetime) -> int | None:
    """The half minute that this number belongs to, where it was not used before."""
    typed = "".join(number.split())
    totp = pyotp.TOTP(account.totp_secret)
    current = int((now - datetime(1970, 1, 1)).total_seconds()) // STEP_S  # noqa: DTZ001 - UTC
    for step in (current, current - 1, current + 1):
        if step > account.totp_last and secrets.compare_digest(
            totp.generate_otp(step).encode(), typed.encode()
        ):
            return step
    return None


def _open(house: House, books: Books, account: Account, step: int, now: datetime) -> str | None:
    """A new session, unless another one was just opened with the same number."""
    officer_id = account.officer.id
    if not books.officers.use_step(officer_id, step):
        return None
    token = secrets.token_urlsafe(32)
    books.officers.open_session(officer_id, token, now)
    books.audit.append(house.now().isoformat(), officer_id, "signed in")
    return token


def officer_of(house: House, token: str, *, touch: bool = True) -> Officer | None:
    """Whose session this token opens, or None when it is over.

    Args:
        touch: somebody did something; False where a page asks by itself.
    """
    now = naive_utc(house.now())
    with house.store.reading() as books:
        session = books.officers.session(token)
    if session is None:
        return None
    if now - session.seen_at > IDLE or now - session.made_at > LONGEST:
        sign_out(house, token)
        return None
    if touch and now - session.seen_at > TOUCH_EVERY:
        with house.store.transaction() as books:
            books.officers.touch_session(token, now)
    return session.officer


def sign_out(house: House, token: str) -> None:
    """End the session of this token."""
    with house.store.transaction() as books:
        books.officers.close_session(token)


def change_password(
    house: House, officer: Officer, token: str, old: str, number: str, fresh: str
) -> None:
    """Another password for oneself; every other session of one's own ends.

    Args:
        token: of the session that stays open.

    Raises:
        WeakPassword, WrongPassword: nothing changed. Wrong ones are slowed like those at sign-in.
    """
    now, kept = naive_utc(house.now()), hashed(fresh)
    with house.store.reading() as books:
        email = books.officers.email(officer.id)
        account = books.officers.account(email) or NOBODY
        free = sign_in_brake.may_try(books, email, "", now)
    right, step = password_right(account, old), step_of(account, number, now)
    with house.store.transaction() as books:
        done = right and step is not None and free and books.officers.use_step(officer.id, step)
        if done:
            books.officers.new_password(officer.id, kept)
            books.officers.end_sessions(officer.id, but=token)
            books.audit.append(house.now().isoformat(), officer.id, "password changed", officer.id)
            write_to(house, books, email, "Your password for Heard was changed")
        else:
            sign_in_brake.note_miss(house, books, email, "")
    if not done:
        raise WrongPassword


def officers(house: House, officer: Officer) -> tuple[tuple[Officer, str, bool], ...]:
    """Every officer, their e-mail address, and whether they may sign in."""
    must_hold(officer, KEEPS_OFFICERS)
    with house.store.reading() as books:
        return books.officers.all()


def set_active(house: House, officer: Officer, officer_id: str, active: bool) -> None:
    """Let an officer sign in, or stop it and end their sessions at once.

    Rationale: the register may have been told that they left. Whoever reads again is on it again.
    """
    must_hold(officer, KEEPS_OFFICERS)
    verb = "officer let in" if active else "officer stopped"
    with house.store.transaction() as books:
        known = {who.id: (who, email, here) for who, email, here in books.officers.all()}
        books.officers.set_active(officer_id, active)
        if active and officer_id in known:
            who, email, here = known[officer_id]
            register.enrol(house, books, email=email, name=who.name, post=who.post)
            tell_of_new(house, books, who.roles if here else frozenset(), who.roles)
        books.audit.append(house.now().isoformat(), officer.id, verb, officer_id)
    register.catch_up(house)

"""Officers and their sessions: tokens as keyed hashes, second-factor secrets sealed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import Officer, Role
from storage import tables
from storage.secrets import Secrets, mac, new_id
from storage.vault import seal, unseal

ROW = tables.officer.c


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """What sign-in needs to know about one officer."""

    officer: Officer
    password_hash: str
    totp_secret: str
    totp_last: int
    active: bool


@dataclass(frozen=True, slots=True)
class Session:
    """An officer's open session; times are UTC, naive."""

    officer: Officer
    made_at: datetime
    seen_at: datetime


def _officer(row: Any) -> Officer:
    return Officer(row.id, row.name, row.post, frozenset(Role(r) for r in row.roles.split()))


class Officers:
    """The ledger of people with a job."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(
        self,
        *,
        email: str,
        name: str,
        post: str,
        password_hash: str,
        totp_secret: str,
        roles: Iterable[Role],
    ) -> str:
        """Store an officer; the new id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.officer).values(
                id=made,
                email=email.casefold(),
                name=name,
                post=post,
                password_hash=password_hash,
                totp=seal(self._secrets.master, totp_secret, made),
                totp_last=0,
                roles=" ".join(sorted(roles)),
                active=True,
            )
        )
        return made

    def account(self, email: str) -> Account | None:
        """The account of that e-mail address, or None.

        Rationale: where it is nobody's, another row is read and unsealed and thrown away, so that
        the time tells nobody whose address it is.
        """
        wanted, mine = sa.select(tables.officer), ROW.email == email.casefold()
        row = self._connection.execute(wanted.order_by(mine.desc(), ROW.id).limit(1)).one_or_none()
        if row is None:
            return None
        account = Account(
            _officer(row),
            row.password_hash,
            unseal(self._secrets.master, row.totp, row.id),
            row.totp_last,
            row.active,
        )
        return account if row.email == email.casefold() else None

    def use_step(self, officer_id: str, step: int) -> bool:
        """Note a right sign-in with the number of that half minute; False if it was used before."""
        used = self._connection.execute(
            sa.update(tables.officer)
            .where(ROW.id == officer_id, ROW.totp_last < step)
            .values(totp_last=step)
        )
        return used.rowcount == 1

    def change(self, officer_id: str, *, roles: Iterable[Role], post: str) -> None:
        """Set what an officer may do from their next request on, and how papers print them."""
        told = {"roles": " ".join(sorted(roles)), "post": post}
        mine = ROW.id == officer_id
        self._connection.execute(sa.update(tables.officer).where(mine).values(**told))

    def new_factor(self, officer_id: str, totp_secret: str) -> None:
        """Another second factor; what it was before opens nothing, and every session ends."""
        sealed = seal(self._secrets.master, totp_secret, officer_id)
        change = sa.update(tables.officer).where(ROW.id == officer_id)
        self._connection.execute(change.values(totp=sealed, totp_last=0))
        self.end_sessions(officer_id)

    def new_password(self, officer_id: str, password_hash: str) -> None:
        """Another password."""
        change = sa.update(tables.officer).where(ROW.id == officer_id)
        self._connection.execute(change.values(password_hash=password_hash))

    def email(self, officer_id: str) -> str:
        """The address that this officer signs in with; empty where there is no such officer."""
        wanted = sa.select(ROW.email).where(ROW.id == officer_id)
        return str(self._connection.execute(wanted).scalar() or "")

    def all(self) -> tuple[tuple[Officer, str, bool], ...]:
        """Every officer with their e-mail address and whether they may sign in."""
        rows = self._connection.execute(sa.select(tables.officer).order_by(ROW.name))
        return tuple((_officer(r), r.email, r.active) for r in rows)

    def name(self, officer_id: str | None) -> str:
        """This officer's name; empty where there is no such officer."""
        wanted = sa.select(ROW.name).where(ROW.id == officer_id)
        return str(self._connection.execute(wanted).scalar() or "")

    def set_active(self, officer_id: str, active: bool) -> None:
        """Let an officer sign in, or not; their sessions end with it."""
        self._connection.execute(
            sa.update(tables.officer).where(ROW.id == officer_id).values(active=active)
        )
        self.end_sessions(officer_id)

    def _token_mac(self, token: str) -> bytes:
        return mac(self._secrets.sessions, "session", token)

    def open_session(self, officer_id: str, token: str, at: datetime) -> None:
        """Start a session that this token opens."""
        self._connection.execute(
            sa.insert(tables.session).values(
                token_mac=self._token_mac(token), officer_id=officer_id, made_at=at, seen_at=at
            )
        )

    def session(self, token: str) -> Session | None:
        """The session that this token opens, if its officer may still sign in."""
        mine = tables.session.c
        row = self._connection.execute(
            sa.select(tables.officer, mine.made_at, mine.seen_at)
            .join(tables.session, mine.officer_id == ROW.id)
            .where(mine.token_mac == self._token_mac(token), ROW.active)
        ).one_or_none()
        return None if row is None else Session(_officer(row), row.made_at, row.seen_at)

    def touch_session(self, token: str, at: datetime) -> None:
        """Note that a session is in use."""
        mine = tables.session.c.token_mac == self._token_mac(token)
        self._connection.execute(sa.update(tables.session).where(mine).values(seen_at=at))

    def close_session(self, token: str) -> None:
        """End one session."""
        mine = tables.session.c.token_mac == self._token_mac(token)
        self._connection.execute(sa.delete(tables.session).where(mine))

    def end_sessions(self, officer_id: str, but: str = "") -> None:
        """End every session of one officer, save the one that the token `but` opens."""
        mine, kept = tables.session.c, self._token_mac(but)
        self._connection.execute(
            sa.delete(tables.session).where(mine.officer_id == officer_id, mine.token_mac != kept)
        )

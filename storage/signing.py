"""Devices, misses at sign-in, accounts at the provider, and second factors that were asked for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.secrets import Secrets, mac, new_id

DEVICE, MISS, RECOVERY = tables.device.c, tables.miss.c, tables.recovery.c
OFFICER = tables.officer.c
FORGOTTEN = timedelta(days=1)
DEVICES_LIVE = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Misses:
    """How often somebody missed at an address, and until when they wait (UTC, naive)."""

    many: int = 0
    wait_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """Somebody lost their second factor, and one administrator asked for a new one."""

    id: str
    officer_id: str
    asked_by: str
    asked_on: date


class Signing:
    """The ledger of signing in. Addresses and devices are kept as keyed hashes."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def _email(self, email: str) -> bytes:
        return mac(self._secrets.sessions, "email", email.casefold())

    def misses(self, email: str) -> Misses:
        """Those at this address lately; it need not be anybody's."""
        wanted = sa.select(MISS.misses, MISS.wait_until).where(MISS.email_mac == self._email(email))
        row = self._connection.execute(wanted).one_or_none()
        return Misses() if row is None else Misses(row.misses, row.wait_until)

    def note_miss(self, email: str, misses: Misses, at: datetime) -> None:
        """Keep how the last try at this address went, and forget those of yesterday."""
        mine = self._email(email)
        gone = sa.or_(MISS.email_mac == mine, MISS.at < at - FORGOTTEN)
        self._connection.execute(sa.delete(tables.miss).where(gone))
        told = {"email_mac": mine, "misses": misses.many, "wait_until": misses.wait_until}
        self._connection.execute(sa.insert(tables.miss).values(at=at, **told))

    def forgive(self, email: str) -> None:
        """Somebody signed in: the misses at this address are over."""
        self._connection.execute(sa.delete(tables.miss).where(MISS.email_mac == self._email(email)))

    def _device(self, token: str) -> bytes:
        return mac(self._secrets.sessions, "device", token)

    def device_misses(self, token: str, email: str) -> int | None:
        """How often this device missed; None where its officer never signed in from it."""
        wanted = (
            sa.select(DEVICE.misses)
            .join(tables.officer, OFFICER.id == DEVICE.officer_id)
            .where(DEVICE.token_mac == self._device(token), OFFICER.email == email.casefold())
        )
        return self._connection.execute(wanted).scalar()

    def note_device_miss(self, token: str, misses: int) -> None:
        """Keep how often this device missed."""
        mine = DEVICE.token_mac == self._device(token)
        self._connection.execute(sa.update(tables.device).where(mine).values(misses=misses))

    def remember_device(self, token: str, officer_id: str, on: date) -> None:
        """This officer signed in from here; what the device missed before is over."""
        self._connection.execute(
            sa.delete(tables.device).where(DEVICE.token_mac == self._device(token))
        )
        old = DEVICE.since < on - DEVICES_LIVE
        self._connection.execute(sa.delete(tables.device).where(old))
        self._connection.execute(
            sa.insert(tables.device).values(
                token_mac=self._device(token), officer_id=officer_id, misses=0, since=on
            )
        )

    def forget_devices(self, officer_id: str) -> None:
        """None of this officer's devices is known any more."""
        self._connection.execute(sa.delete(tables.device).where(DEVICE.officer_id == officer_id))

    def of_subject(self, subject: str) -> str | None:
        """The officer of this account at the provider, who may still sign in."""
        wanted = sa.select(OFFICER.id).where(OFFICER.subject == subject, OFFICER.active)
        return self._connection.execute(wanted).scalar()

    def bind(self, email: str, subject: str) -> str | None:
        """Bind the account to the officer of this address; None where they have one, or none is."""
        mine = sa.and_(OFFICER.email == email.casefold(), OFFICER.active, OFFICER.subject.is_(None))
        taken = sa.select(OFFICER.id).where(OFFICER.subject == subject)
        if self._connection.execute(taken).first() is not None:
            return None
        officer_id = self._connection.execute(sa.select(OFFICER.id).where(mine)).scalar()
        if officer_id is not None:
            change = sa.update(tables.officer).where(OFFICER.id == officer_id)
            self._connection.execute(change.values(subject=subject))
        return officer_id

    def ask_factor(self, officer_id: str, by: str, on: date) -> None:
        """One administrator asks for a new second factor; an earlier asking is over."""
        self._connection.execute(
            sa.delete(tables.recovery).where(RECOVERY.officer_id == officer_id)
        )
        told = {"id": new_id(), "officer_id": officer_id, "asked_by": by, "asked_on": on}
        self._connection.execute(sa.insert(tables.recovery).values(**told))

    def asked_factor(self, officer_id: str) -> Recovery | None:
        """What was asked for this officer, or None."""
        wanted = sa.select(tables.recovery).where(RECOVERY.officer_id == officer_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else Recovery(*row)

    def factor_made(self, officer_id: str) -> None:
        """It was made, or called off."""
        self._connection.execute(
            sa.delete(tables.recovery).where(RECOVERY.officer_id == officer_id)
        )

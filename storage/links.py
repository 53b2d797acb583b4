"""Which person in Slack is which officer, and the codes that say so once."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.secrets import Secrets, mac
from storage.vault import seal, unseal

A_DAY = timedelta(days=1)
LINK, CODE = tables.slack_link.c, tables.link_code.c


class Links:
    """The ledger of officers who linked their Slack. An id of Slack is never in the clear in it."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def offer(self, officer_id: str, code: str, until: datetime) -> None:
        """This code links whoever brings it, once and until then (UTC, naive)."""
        self._connection.execute(
            sa.delete(tables.link_code).where(
                sa.or_(CODE.officer_id == officer_id, CODE.until < until - A_DAY)
            )
        )
        self._connection.execute(
            sa.insert(tables.link_code).values(
                code_mac=self._mac("link code", code), officer_id=officer_id, until=until
            )
        )

    def use(self, code: str, now: datetime) -> str | None:
        """Whose code it is; it opens nothing from now on. None where it is wrong or over."""
        mine = CODE.code_mac == self._mac("link code", code)
        row = self._connection.execute(sa.select(tables.link_code).where(mine)).one_or_none()
        if row is None or row.until < now:
            return None
        self._connection.execute(sa.delete(tables.link_code).where(mine))
        return str(row.officer_id)

    def link(self, officer_id: str, person: str) -> None:
        """This person is this officer, and nobody else is either."""
        person_mac = self._mac("slack officer", person)
        self._connection.execute(
            sa.delete(tables.slack_link).where(
                sa.or_(LINK.officer_id == officer_id, LINK.person_mac == person_mac)
            )
        )
        sealed = seal(self._secrets.master, person, _at(officer_id))
        self._connection.execute(
            sa.insert(tables.slack_link).values(
                officer_id=officer_id, person_mac=person_mac, sealed=sealed
            )
        )

    def unlink(self, officer_id: str) -> None:
        """Nobody in Slack is this officer any more."""
        mine = LINK.officer_id == officer_id
        self._connection.execute(sa.delete(tables.slack_link).where(mine))

    def officer_of(self, person: str) -> str | None:
        """The officer's id that this person is linked with, or None."""
        mine = LINK.person_mac == self._mac("slack officer", person)
        return self._connection.execute(sa.select(LINK.officer_id).where(mine)).scalar_one_or_none()

    def person_of(self, officer_id: str) -> str | None:
        """Who this officer is in Slack, or None."""
        wanted = sa.select(LINK.sealed).where(LINK.officer_id == officer_id)
        kept = self._connection.execute(wanted).scalar_one_or_none()
        return None if kept is None else unseal(self._secrets.master, kept, _at(officer_id))

    def linked(self) -> frozenset[str]:
        """The ids of every officer who linked their Slack."""
        return frozenset(self._connection.execute(sa.select(LINK.officer_id)).scalars())

    def _mac(self, purpose: str, text: str) -> bytes:
        return mac(self._secrets.sessions, purpose, text)


def _at(officer_id: str) -> str:
    return f"slack:{officer_id}"

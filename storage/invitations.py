"""Invitations: a code, kept as a keyed hash, with which an officer sets up their own sign-in."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.inviting import Start
from storage import tables
from storage.secrets import Secrets, mac

INVITED, OFFICER = tables.invitation.c, tables.officer.c


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom a code invites, to what, and until when (UTC, naive)."""

    officer_id: str
    start: Start
    until: datetime


class Invitations:
    """The ledger of those who have yet to set up their sign-in; a row stays until they did."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def offer(self, officer_id: str, code: str, start: Start, until: datetime) -> None:
        """Whoever brings this code sets up this officer's sign-in; an earlier one is over."""
        self.drop(officer_id)
        told = {"officer_id": officer_id, "start": start, "until": until}
        self._connection.execute(
            sa.insert(tables.invitation).values(code_mac=self._mac(code), **told)
        )

    def find(self, code: str, now: datetime) -> Invitation | None:
        """Whom this code invites, where it still counts and they may sign in."""
        wanted = (
            sa.select(INVITED.officer_id, INVITED.start, INVITED.until)
            .join(tables.officer, OFFICER.id == INVITED.officer_id)
            .where(INVITED.code_mac == self._mac(code), INVITED.until > now, OFFICER.active)
        )
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else Invitation(row.officer_id, Start(row.start), row.until)

    def use(self, code: str) -> bool:
        """It opens nothing from now on; False where somebody was quicker."""
        mine = INVITED.code_mac == self._mac(code)
        return self._connection.execute(sa.delete(tables.invitation).where(mine)).rowcount == 1

    def drop(self, officer_id: str) -> None:
        """This officer's invitation opens nothing any more."""
        mine = INVITED.officer_id == officer_id
        self._connection.execute(sa.delete(tables.invitation).where(mine))

    def waiting(self) -> dict[str, Invitation]:
        """Those that nobody used yet, by officer, whether or not their time is over."""
        wanted = sa.select(INVITED.officer_id, INVITED.start, INVITED.until)
        rows = self._connection.execute(wanted)
        return {r.officer_id: Invitation(r.officer_id, Start(r.start), r.until) for r in rows}

    def _mac(self, code: str) -> bytes:
        return mac(self._secrets.sessions, "invitation", code)

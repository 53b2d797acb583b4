"""Members of the young people's council who sign papers off by a code, and what they said."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.records import SignOff
from storage import tables
from storage.secrets import Secrets, mac, new_id

MEMBER, SIGNED = tables.member.c, tables.sign_off.c


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a code and no account. The label is the worker's own note, such as "A"."""

    id: str
    label: str
    made_on: date
    active: bool


class Members:
    """The ledger of members. No name is asked; a keyed hash of the code is all that is kept."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(self, label: str, code: str, on: date) -> None:
        """Let whoever holds this code sign off."""
        self._connection.execute(
            sa.insert(tables.member).values(
                id=new_id(), code_mac=self._mac(code), label=label, made_on=on, active=True
            )
        )

    def find(self, code: str) -> Member | None:
        """The member who holds this code, where it still counts."""
        mine = sa.and_(MEMBER.code_mac == self._mac(code), MEMBER.active)
        row = self._connection.execute(sa.select(tables.member).where(mine)).one_or_none()
        return None if row is None else Member(row.id, row.label, row.made_on, row.active)

    def all(self) -> tuple[Member, ...]:
        """Every member, by label."""
        rows = self._connection.execute(sa.select(tables.member).order_by(MEMBER.label, MEMBER.id))
        return tuple(Member(r.id, r.label, r.made_on, r.active) for r in rows)

    def stop(self, member_id: str) -> None:
        """That code counts no more; what was signed stays."""
        mine = MEMBER.id == member_id
        self._connection.execute(sa.update(tables.member).where(mine).values(active=False))

    def sign(
        self, draft_id: str, member_id: str, *, yes: bool, why: str, on: date, seen: str
    ) -> None:
        """Keep what a member says of a paper, in place of what they said before.

        Args:
            seen: the hash of what they read, so that a later change is noticed.
        """
        mine = sa.and_(SIGNED.draft_id == draft_id, SIGNED.member_id == member_id)
        self._connection.execute(sa.delete(tables.sign_off).where(mine))
        self._connection.execute(
            sa.insert(tables.sign_off).values(
                draft_id=draft_id,
                member_id=member_id,
                yes=yes,
                why=why,
                on=on,
                seen_sha256=seen,
            )
        )

    def signed(self, draft_id: str, seen: str) -> SignOff:
        """What members said of the paper as it now is."""
        mine = sa.and_(SIGNED.draft_id == draft_id, SIGNED.seen_sha256 == seen)
        rows = self._connection.execute(sa.select(tables.sign_off).where(mine)).all()
        reasons = tuple(r.why for r in rows if not r.yes and r.why)
        yes = sum(1 for r in rows if r.yes)
        return SignOff(yes, len(rows) - yes, reasons)

    def has_signed(self, member_id: str, draft_id: str, seen: str) -> bool:
        """Whether this member said something of the paper as it now is."""
        mine = sa.and_(
            SIGNED.member_id == member_id,
            SIGNED.draft_id == draft_id,
            SIGNED.seen_sha256 == seen,
        )
        return self._connection.execute(sa.select(SIGNED.draft_id).where(mine)).first() is not None

    def _mac(self, code: str) -> bytes:
        return mac(self._secrets.receipts, "member", code)

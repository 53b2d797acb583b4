"""Who may not see which view: those whom it is about, and whoever it was not yet matched with."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.subjects import Block, How, Match, Subject
from storage import tables
from storage.vault import Vault, seal, unseal
from storage.views import View

VIEW, MINE, STAFF, OFFICER = tables.view.c, tables.subject.c, tables.staff.c, tables.officer.c
KEPT = MINE.block != Block.LIFTED
# Whoever left the register and signs in all the same stays kept out of what was about them.
THEMSELVES = STAFF.email == OFFICER.email


def _place(view_id: str, person_id: str) -> str:
    return f"subject:{view_id}:{person_id}"


class Sight:
    """The ledger of who a view is about."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def hidden_from(self, officer_ids: Iterable[str]) -> frozenset[str]:
        """Views that at least one of these officers may not know of."""
        wanted = (
            sa.select(STAFF.id, STAFF.since)
            .join(tables.officer, THEMSELVES)
            .where(OFFICER.id.in_(tuple(officer_ids)))
        )
        people = self._connection.execute(wanted).all()
        if not people:
            return frozenset()
        about = sa.select(MINE.view_id).where(MINE.person_id.in_([p.id for p in people]), KEPT)
        unmatched = sa.select(VIEW.id).where(VIEW.matched < max(p.since for p in people))
        return frozenset(self._connection.execute(about.union(unmatched)).scalars())

    def is_hidden(self, view_id: str, officer_id: str) -> bool:
        """Whether this officer may not know of this view."""
        since = (
            sa.select(sa.func.max(STAFF.since))
            .join(tables.officer, THEMSELVES)
            .where(OFFICER.id == officer_id)
            .scalar_subquery()
        )
        unmatched = sa.select(VIEW.id).where(VIEW.id == view_id, VIEW.matched < since)
        about = (
            sa.select(MINE.view_id)
            .join(tables.staff, STAFF.id == MINE.person_id)
            .join(tables.officer, THEMSELVES)
            .where(MINE.view_id == view_id, OFFICER.id == officer_id, KEPT)
        )
        return self._connection.execute(about.union(unmatched)).first() is not None

    def people_of(self, officer_id: str) -> tuple[str, ...]:
        """Who this officer is on the register."""
        wanted = sa.select(STAFF.id).join(tables.officer, THEMSELVES)
        return tuple(self._connection.execute(wanted.where(OFFICER.id == officer_id)).scalars())

    def note(self, view: View, matches: Iterable[Match], on: date) -> None:
        """Keep these people out. What was decided about somebody stays as it was decided.

        A block that was lifted comes back only where a sure match is of another kind than before.
        """
        known = {one.person_id: one for one in self.subjects(view)}
        for match in matches:
            before = known.get(match.person_id)
            block = Block.FIRM if match.sure else Block.HELD
            if before is None:
                self.keep_out(view.id, self._vault.key(view.key_id), [match], on)
            elif match.sure and before.block is not Block.FIRM and before.how != match.how:
                self.set(view, match.person_id, how=match.how, block=block)

    def keep_out(self, view_id: str, key: bytes, matches: Iterable[Match], on: date) -> None:
        """Keep these people out of a view that nobody was kept out of before.

        Args:
            key: the view's own, for the reason that may be written later.
        """
        rows = [
            {
                "view_id": view_id,
                "person_id": match.person_id,
                "how": match.how,
                "block": Block.FIRM if match.sure else Block.HELD,
                "on": on,
                "asked_by": None,
                "reason": seal(key, "", _place(view_id, match.person_id)),
            }
            for match in matches
        ]
        self._connection.execute(sa.insert(tables.subject), rows)

    def set(self, view: View, person_id: str, *, reason: str | None = None, **values: Any) -> bool:
        """Change a block, with its reason sealed like the words; False where there is none."""
        if reason is not None:
            sealed = seal(self._vault.key(view.key_id), reason, _place(view.id, person_id))
            values["reason"] = sealed
        mine = sa.and_(MINE.view_id == view.id, MINE.person_id == person_id)
        return (
            self._connection.execute(sa.update(tables.subject).where(mine).values(values)).rowcount
            == 1
        )

    def subjects(self, view: View) -> tuple[Subject, ...]:
        """Everyone whom this view is or may be about, by name."""
        wanted = (
            sa.select(tables.subject, STAFF.name, STAFF.post)
            .join(tables.staff, STAFF.id == MINE.person_id)
            .where(MINE.view_id == view.id)
            .order_by(STAFF.name, STAFF.id)
        )
        rows = self._connection.execute(wanted).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(
            Subject(
                view_id=view.id,
                person_id=row.person_id,
                name=row.name,
                post=row.post,
                how=How(row.how),
                block=Block(row.block),
                on=row.on,
                asked_by=row.asked_by or "",
                reason=unseal(key, row.reason, _place(view.id, row.person_id)),
            )
            for row in rows
        )

    def about_any(self, officer_ids: Iterable[str]) -> frozenset[str]:
        """Views that are or may be about at least one of these officers."""
        wanted = (
            sa.select(MINE.view_id)
            .join(tables.staff, STAFF.id == MINE.person_id)
            .join(tables.officer, THEMSELVES)
            .where(OFFICER.id.in_(tuple(officer_ids)), KEPT)
        )
        return frozenset(self._connection.execute(wanted).scalars())

    def officers_in(self, view_id: str) -> frozenset[str]:
        """The officers whom this view is or may be about."""
        wanted = (
            sa.select(OFFICER.id)
            .join(tables.staff, THEMSELVES)
            .join(tables.subject, MINE.person_id == STAFF.id)
            .where(MINE.view_id == view_id, KEPT)
        )
        return frozenset(self._connection.execute(wanted).scalars())

    def addresses_in(self, view_id: str) -> frozenset[str]:
        """The e-mail addresses of everybody whom this view is or may be about."""
        wanted = (
            sa.select(STAFF.email)
            .join(tables.subject, MINE.person_id == STAFF.id)
            .where(MINE.view_id == view_id, KEPT, STAFF.email != "")
        )
        return frozenset(self._connection.execute(wanted).scalars())

    def in_doubt(self) -> tuple[str, ...]:
        """Views with somebody who is held for a second officer, or whose block two may lift.

        Only those who sign in count: a block on anybody else keeps nobody from reading.
        """
        wanted = (
            sa.select(MINE.view_id)
            .join(tables.staff, STAFF.id == MINE.person_id)
            .join(tables.officer, THEMSELVES)
            .where(sa.or_(MINE.block == Block.HELD, MINE.asked_by.is_not(None)), OFFICER.active)
            .distinct()
        )
        return tuple(self._connection.execute(wanted).scalars())

    def unmatched(self, version: int, most: int) -> tuple[str, ...]:
        """Up to `most` views that were matched with an older register than this."""
        wanted = sa.select(VIEW.id).where(VIEW.matched < version).limit(most)
        return tuple(self._connection.execute(wanted).scalars())

    def matched_at_most(self, view_id: str, version: int) -> None:
        """Words were added that were matched with this version, perhaps an older one."""
        mine = sa.and_(VIEW.id == view_id, VIEW.matched > version)
        self._connection.execute(sa.update(tables.view).where(mine).values(matched=version))

    def matched(self, view_id: str, version: int) -> None:
        """All words of this view were matched with this version of the register."""
        self._connection.execute(
            sa.update(tables.view).where(VIEW.id == view_id).values(matched=version)
        )

"""What was noticed of officers' reading. What somebody searched for is sealed."""

from collections.abc import Iterator
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.curiosity import Notice, Noticed
from storage import tables
from storage.secrets import Secrets, new_id
from storage.vault import seal, unseal

ROW, WHO = tables.noticed.c, tables.officer.c
MOST_SHOWN = 200


class Notices:
    """The ledger of curious looks."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(self, officer_id: str, at: datetime, kind: Notice, words: str) -> None:
        """Keep what was noticed (UTC, naive)."""
        made = new_id()
        sealed = seal(self._secrets.master, words, f"noticed:{made}") if words else None
        self._connection.execute(
            sa.insert(tables.noticed).values(
                id=made,
                officer_id=officer_id,
                at=at,
                kind=kind,
                words=sealed,
                seen_by="",
                seen_on=None,
                finding="",
            )
        )

    def since(self, officer_id: str, kind: Notice, moment: datetime) -> bool:
        """Whether that was noticed of this officer already since then."""
        mine = sa.and_(ROW.officer_id == officer_id, ROW.kind == kind, ROW.at >= moment)
        return self._connection.execute(sa.select(ROW.id).where(mine)).first() is not None

    def all(self, *, open_words: bool) -> Iterator[Noticed]:
        """The newest, first what nobody looked into; the words only for who may read them."""
        wanted = (
            sa.select(tables.noticed, WHO.name, WHO.post)
            .join(tables.officer, WHO.id == ROW.officer_id)
            .order_by(ROW.seen_on.is_not(None), ROW.at.desc())
            .limit(MOST_SHOWN)
        )
        for row in self._connection.execute(wanted):
            words = ""
            if open_words and row.words is not None:
                words = unseal(self._secrets.master, row.words, f"noticed:{row.id}")
            who = (row.officer_id, row.name, row.post)
            what = (row.at, Notice(row.kind), words)
            yield Noticed(row.id, *who, *what, row.seen_by, row.seen_on, row.finding)

    def settle(self, notice_id: str, *, by: str, on: date, finding: str) -> bool:
        """Somebody looked into it; False where there is no such notice, or somebody did already.

        The officer it is about is no part of this: see services.watch.
        """
        mine = sa.and_(ROW.id == notice_id, ROW.seen_on.is_(None))
        told = {"seen_by": by, "seen_on": on, "finding": finding}
        changed = self._connection.execute(sa.update(tables.noticed).where(mine).values(**told))
        return changed.rowcount == 1

    def about(self, notice_id: str) -> str | None:
        """The officer whom this notice is about."""
        wanted = sa.select(ROW.officer_id).where(ROW.id == notice_id)
        return self._connection.execute(wanted).scalar()

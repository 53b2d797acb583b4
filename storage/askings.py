"""Who asked to see how a writer can be reached, why, and what a second person said."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.identity import Asking
from storage import tables
from storage.secrets import new_id
from storage.vault import Vault, seal, unseal
from storage.views import View

ROW = tables.asking.c


class Askings:
    """The ledger of identities that were asked for. Nothing of it is ever taken away."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def ask(self, view: View, *, officer_id: str, post: str, reason: str, on: date) -> str:
        """Keep that somebody asks, after those before; the new id."""
        made = new_id()
        place = sa.select(sa.func.count()).where(ROW.view_id == view.id).scalar_subquery()
        self._connection.execute(
            sa.insert(tables.asking).values(
                id=made,
                view_id=view.id,
                place=place,
                asked_by=officer_id,
                asked_post=post,
                asked_on=on,
                sealed=seal(self._vault.key(view.key_id), reason, f"asking:{made}"),
                opened=None,
                decided_by=None,
                decided_post="",
                decided_on=None,
                until=None,
            )
        )
        return made

    def decide(
        self,
        asking_id: str,
        *,
        opened: bool,
        officer_id: str,
        post: str,
        on: date,
        until: datetime | None,
    ) -> None:
        """Keep what a second person said, and until when it holds (UTC, naive)."""
        told = {"opened": opened, "decided_by": officer_id, "decided_post": post}
        self._connection.execute(
            sa.update(tables.asking)
            .where(ROW.id == asking_id)
            .values(**told, decided_on=on, until=until)
        )

    def of(self, view: View) -> tuple[Asking, ...]:
        """Every asking about a view, first to last."""
        wanted = sa.select(tables.asking).where(ROW.view_id == view.id)
        rows = self._connection.execute(wanted.order_by(ROW.place)).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(
            Asking(
                id=row.id,
                asked_by=row.asked_by,
                asked_post=row.asked_post,
                asked_on=row.asked_on,
                reason=unseal(key, row.sealed, f"asking:{row.id}"),
                opened=row.opened,
                decided_by=row.decided_by or "",
                decided_post=row.decided_post,
                decided_on=row.decided_on,
                until=row.until,
            )
            for row in rows
        )

    def waiting(self) -> tuple[str, ...]:
        """The ids of views where somebody waits for a second person."""
        wanted = sa.select(ROW.view_id).where(ROW.opened.is_(None)).distinct()
        return tuple(self._connection.execute(wanted).scalars())

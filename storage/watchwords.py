"""Editions of the words that raise a worry."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.watchwords import DRAFT, LIVE, PAST, SHIPPED, Edition, Watchwords, as_text, from_text
from storage import tables
from storage.secrets import new_id

ROW = tables.watchwords.c


class WatchwordEditions:
    """The ledger of editions: one draft at most, one live at most, and all that were."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def live(self) -> Watchwords:
        """What counts now; what came with Heard where nobody changed it."""
        wanted = sa.select(ROW.held).where(ROW.stage == LIVE)
        held = self._connection.execute(wanted).scalar()
        return SHIPPED if held is None else from_text(held)

    def every(self) -> tuple[Edition, ...]:
        """All editions, the newest first."""
        rows = self._connection.execute(sa.select(tables.watchwords).order_by(ROW.place.desc()))
        return tuple(Edition(r.id, r.stage, from_text(r.held), r.post, r.on, r.why) for r in rows)

    def keep_draft(self, words: Watchwords, *, officer_id: str, post: str, on: date) -> None:
        """This is the draft from now on."""
        values = {"held": as_text(words), "officer_id": officer_id, "post": post, "on": on}
        mine = sa.update(tables.watchwords).where(ROW.stage == DRAFT).values(values)
        if not self._connection.execute(mine).rowcount:
            place = self._connection.execute(sa.select(sa.func.count(ROW.id))).scalar_one()
            row = {"id": new_id(), "place": place, "stage": DRAFT, "why": "", **values}
            self._connection.execute(sa.insert(tables.watchwords).values(row))

    def drop_draft(self) -> None:
        """Throw the draft away."""
        self._connection.execute(sa.delete(tables.watchwords).where(ROW.stage == DRAFT))

    def go_live(self, why: str, *, officer_id: str, post: str, on: date) -> bool:
        """The draft counts from now on; False where there is none."""
        old = sa.update(tables.watchwords).where(ROW.stage == LIVE).values(stage=PAST)
        told = {"stage": LIVE, "why": why, "officer_id": officer_id, "post": post, "on": on}
        new = sa.update(tables.watchwords).where(ROW.stage == DRAFT).values(told)
        there = sa.select(ROW.id).where(ROW.stage == DRAFT)
        if self._connection.execute(there).first() is None:
            return False
        self._connection.execute(old)
        self._connection.execute(new)
        return True

"""Papers that were issued, and which views each one rests on."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.summaries import PaperOrder, Period
from storage import tables
from storage.secrets import new_id


class Papers:
    """The ledger of issued papers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, order: PaperOrder, *, sha256: str, view_ids: Iterable[str], officer_id: str, on: date
    ) -> str:
        """Keep that a paper was issued, the hash of its bytes, and its views; the new id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.paper).values(
                id=made,
                item_number=order.item_number,
                meeting_on=order.meeting_on,
                period_start=order.period.start,
                period_end=order.period.end,
                issued_on=on,
                officer_id=officer_id,
                sha256=sha256,
            )
        )
        rows = [{"paper_id": made, "view_id": view_id} for view_id in sorted(set(view_ids))]
        if rows:
            self._connection.execute(sa.insert(tables.paper_view), rows)
        return made

    def issued(self) -> tuple[tuple[PaperOrder, date, str], ...]:
        """Every issued paper: what was asked for, the day it was issued, and its hash."""
        from_rows = self._connection.execute(
            sa.select(tables.paper).order_by(tables.paper.c.meeting_on)
        )
        return tuple(
            (
                PaperOrder(_period(r), r.meeting_on, r.item_number),
                r.issued_on,
                r.sha256,
            )
            for r in from_rows
        )

    def take_out(self, view_id: str) -> None:
        """This view is being taken back: each paper that holds it wants a correction from now on.

        Neither the view, nor the day, nor how many is kept: that would point at somebody.
        """
        held, gone = tables.paper_view.c, tables.paper_taken_back
        known = sa.select(gone.c.paper_id)
        mine = sa.select(held.paper_id).where(held.view_id == view_id, held.paper_id.not_in(known))
        self._connection.execute(sa.insert(gone).from_select(["paper_id"], mine))

    def to_correct(self) -> tuple[date, ...]:
        """The meetings whose issued papers rest on words that were taken back since."""
        wanted = (
            sa.select(tables.paper.c.meeting_on)
            .join(tables.paper_taken_back)
            .order_by(tables.paper.c.meeting_on)
            .distinct()
        )
        return tuple(self._connection.execute(wanted).scalars())


def _period(row: sa.Row[tuple[object, ...]]) -> Period:
    return Period(row.period_start, row.period_end)

"""Files that officers asked for: what, why, who decided. The file itself is never kept."""

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.orders import Ask, Format, Kind, Order
from storage import tables
from storage.secrets import new_id

MINE = tables.file_order.c
FIELDS = tuple(name for name in Order.__dataclass_fields__ if name != "ask")


class Orders:
    """The ledger of orders."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, order: Order) -> Order:
        """Keep an order; the same with its id."""
        kept = replace(order, id=new_id())
        told = {name: getattr(kept, name) for name in FIELDS}
        ask = json.dumps(asdict(kept.ask), default=str)
        self._connection.execute(sa.insert(tables.file_order).values(ask=ask, **told))
        return kept

    def find(self, order_id: str, *, hold: bool = False) -> Order | None:
        """The order with this id."""
        wanted = sa.select(tables.file_order).where(MINE.id == order_id)
        row = self._connection.execute(wanted.with_for_update() if hold else wanted).one_or_none()
        return None if row is None else _order(row)

    def since(self, moment: datetime) -> tuple[Order, ...]:
        """Orders that were asked for since then, the newest first."""
        wanted = sa.select(tables.file_order).where(MINE.asked_at >= moment)
        rows = self._connection.execute(wanted.order_by(MINE.asked_at.desc(), MINE.id))
        return tuple(_order(row) for row in rows)

    def decide(
        self, order: Order, officer_id: str, post: str, at: datetime, approved: bool
    ) -> None:
        """Keep what the second person decided."""
        decided = {"decided_by": officer_id, "decided_post": post, "decided_at": at}
        self._change(order, approved=approved, **decided)

    def count_taking(self, order: Order) -> None:
        """The file was fetched once more."""
        self._change(order, taken=order.taken + 1)

    def _change(self, order: Order, **values: object) -> None:
        self._connection.execute(
            sa.update(tables.file_order).where(MINE.id == order.id).values(**values)
        )


def _order(row: Any) -> Order:
    told = json.loads(row.ask)
    days = {name: date.fromisoformat(told[name]) for name in ("start", "end")}
    ask = Ask(**told | days | {"kind": Kind(told["kind"]), "format": Format(told["format"])})
    return Order(ask=ask, **{name: getattr(row, name) for name in FIELDS})

"""Counters of what was tried, shared by all workers. They are gone within the hour."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from core.brakes import KEPT_SPANS, Brake
from storage import tables

BRAKE = tables.brake.c


def _press(dialect: Any) -> Any:
    """The statement that adds one, or begins at one; only the dialects know it, not SQL."""
    statement = dialect.insert(tables.brake).values(n=1)
    return statement.on_conflict_do_update(
        index_elements=["name", "span"], set_={"n": BRAKE.n + 1}
    ).returning(BRAKE.n)


PRESS = {"postgresql": _press(postgresql), "sqlite": _press(sqlite)}


class Brakes:
    """How often each thing was tried in the span that runs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tried(self, brake: Brake, now: datetime, of: str = "") -> int:
        """How often it was tried in this span."""
        mine = (BRAKE.name == brake.name + of) & (BRAKE.span == brake.span(now))
        return self._connection.execute(sa.select(BRAKE.n).where(mine)).scalar() or 0

    def press(self, brake: Brake, now: datetime, of: str = "") -> int:
        """Count one more, and throw old counters away; how many that makes in this span."""
        span = brake.span(now)
        self.forget(brake, now)
        press = PRESS[self._connection.dialect.name]
        found = self._connection.execute(press, {"name": brake.name + of, "span": span})
        return int(found.scalar_one())

    def forget(self, brake: Brake, now: datetime) -> None:
        """Throw counters away whose hour is over; all brakes have spans of one length."""
        old = BRAKE.span < brake.span(now) - KEPT_SPANS
        self._connection.execute(sa.delete(tables.brake).where(old))

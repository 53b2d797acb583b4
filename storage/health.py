"""The clock's heartbeat, so that the other doors can tell when it stands still."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables


class Pulse:
    """When each part last showed that it lives."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def beat(self, name: str, at: datetime) -> None:
        """Note that `name` lives at `at` (UTC, naive)."""
        mine = tables.beat.c.name == name
        changed = self._connection.execute(sa.update(tables.beat).where(mine).values(at=at))
        if changed.rowcount == 0:
            self._connection.execute(sa.insert(tables.beat).values(name=name, at=at))

    def last(self, name: str) -> datetime | None:
        """When `name` last showed that it lives, or None."""
        mine = tables.beat.c.name == name
        return self._connection.execute(sa.select(tables.beat.c.at).where(mine)).scalar()

"""The clock's heartbeat, so that the other doors can tell when it stands still."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from storage import tables

AT = tables.beat.c.at


def _claim(dialect: Any) -> Any:
    """The statement that notes a moment unless there is one since then; only dialects know it."""
    statement = dialect.insert(tables.beat)
    return statement.on_conflict_do_update(
        index_elements=["name"],
        set_={"at": statement.excluded.at},
        where=sa.bindparam("since") > AT,
    ).returning(tables.beat.c.name)


CLAIM = {"postgresql": _claim(postgresql), "sqlite": _claim(sqlite)}


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

    def claim(self, name: str, since: datetime, at: datetime) -> bool:
        """Note `name` at `at`, where nothing was noted since `since`; whether it was we who did.

        Of two clocks one waits here for the other's commit, and then finds its note.
        """
        told = {"name": name, "at": at, "since": since}
        claimed = self._connection.execute(CLAIM[self._connection.dialect.name], told)
        return claimed.first() is not None

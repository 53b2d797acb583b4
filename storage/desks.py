"""How each officer likes the desk: filters by name, keys on or off, the guide done or not."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables

SAVED, LIKES = tables.saved_filter.c, tables.preference.c
MOST_SAVED = 20


@dataclass(frozen=True, slots=True)
class Likes:
    """What an officer chose.

    Args:
        keys_off: single keys do nothing.
        guided: the first-run guide is over.
    """

    keys_off: bool = False
    guided: bool = False


class Desks:
    """The ledger of officers' own desks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def filters(self, officer_id: str) -> tuple[tuple[str, str], ...]:
        """The names and queries of the filters that this officer saved, by name."""
        wanted = sa.select(SAVED.name, SAVED.query).where(SAVED.officer_id == officer_id)
        rows = self._connection.execute(wanted.order_by(SAVED.name))
        return tuple((row.name, row.query) for row in rows)

    def save_filter(self, officer_id: str, name: str, query: str) -> None:
        """Keep a filter under this name, in place of the one that had it."""
        self.forget_filter(officer_id, name)
        told = {"officer_id": officer_id, "name": name, "query": query}
        self._connection.execute(sa.insert(tables.saved_filter).values(**told))

    def forget_filter(self, officer_id: str, name: str) -> None:
        """Take a saved filter away."""
        mine = sa.and_(SAVED.officer_id == officer_id, SAVED.name == name)
        self._connection.execute(sa.delete(tables.saved_filter).where(mine))

    def likes(self, officer_id: str) -> Likes:
        """What this officer chose; as everybody starts where they chose nothing."""
        wanted = sa.select(LIKES.keys_off, LIKES.guided).where(LIKES.officer_id == officer_id)
        row = self._connection.execute(wanted).one_or_none()
        return Likes() if row is None else Likes(row.keys_off, row.guided)

    def choose(self, officer_id: str, **chosen: Any) -> None:
        """Set what they like, leaving the rest as it is."""
        mine = LIKES.officer_id == officer_id
        changed = self._connection.execute(
            sa.update(tables.preference).where(mine).values(**chosen)
        )
        if changed.rowcount == 0:
            told = {"officer_id": officer_id, "keys_off": False, "guided": False, **chosen}
            self._connection.execute(sa.insert(tables.preference).values(**told))

"""What young people asked for beside being heard: a complaint, an advocate."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.wants import Want
from storage import tables

WANT = tables.want.c


class Wants:
    """The ledger of what was asked for, a row each, with the day on which it was asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, view_id: str, wants: Iterable[Want], on: date) -> frozenset[Want]:
        """Keep what is asked for; gives those that were not asked for before."""
        if not (asked := frozenset(wants)):
            return asked  # most people; a door that is in a hurry asks nothing of the books
        fresh = asked - self.of(view_id)
        rows = [{"view_id": view_id, "what": want, "on": on} for want in sorted(fresh)]
        if rows:
            self._connection.execute(sa.insert(tables.want), rows)
        return fresh

    def of(self, view_id: str) -> frozenset[Want]:
        """What the person who wrote this view asked for."""
        mine = sa.select(WANT.what).where(WANT.view_id == view_id)
        return frozenset(Want(what) for what in self._connection.execute(mine).scalars())

    def by_view(self) -> dict[str, frozenset[Want]]:
        """Every view that asks for something, with what it asks for."""
        found: dict[str, frozenset[Want]] = {}
        for row in self._connection.execute(sa.select(WANT.view_id, WANT.what)):
            found[row.view_id] = found.get(row.view_id, frozenset()) | {Want(row.what)}
        return found

"""Counts that are kept as views move, so that a summary never has to recount."""

from collections import Counter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from storage import tables

ROLL = tables.rollup.c
Cell = tuple[str, str, str, str]
RECEIVED, REVIEWED, ONLY_COUNT, AGREED = "received", "reviewed", "only_count", "agreed"
ALL = "*"


def _grow(dialect: Any) -> Any:
    """The statement that adds to a cell, or makes it; only the dialects know it, not SQL."""
    statement = dialect.insert(tables.rollup)
    return statement.on_conflict_do_update(
        index_elements=["month", "voice", "basis", "theme"],
        set_={"n": ROLL.n + statement.excluded.n},
    )


GROW = {"postgresql": _grow(postgresql), "sqlite": _grow(sqlite)}


class Rollup:
    """Views by month, voice, basis (received, reviewed, only_count, agreed) and theme."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, cells: Counter[Cell]) -> None:
        """Add to cells; always in one order, so that two writers never wait for each other."""
        rows = [
            dict(zip(("month", "voice", "basis", "theme"), cell, strict=True), n=n)
            for cell, n in sorted(cells.items())
            if n
        ]
        if not rows:
            return
        self._connection.execute(GROW[self._connection.dialect.name], rows)

    def total(self) -> Counter[Cell]:
        """Every cell that is not zero."""
        rows = self._connection.execute(sa.select(tables.rollup).where(ROLL.n != 0))
        return Counter({(r.month, r.voice, r.basis, r.theme): r.n for r in rows})

    def recount(self) -> Counter[Cell]:
        """The same, counted afresh from the views themselves."""
        counted: Counter[Cell] = Counter()
        views = tables.view.c
        grouped = sa.select(tables.decision.c.view_id).distinct()
        wanted = sa.select(
            views.received_on, views.voice, views.permission, views.id.in_(grouped).label("done")
        )
        for row in self._connection.execute(wanted):
            month = f"{row.received_on:%Y-%m}"
            counted[(month, row.voice, RECEIVED, ALL)] += 1
            counted[(month, row.voice, REVIEWED, ALL)] += int(row.done)
            counted[(month, row.voice, ONLY_COUNT, ALL)] += int(row.permission == "count_only")
        pairs = sa.select(views.received_on, views.voice, tables.agreed.c.theme).join(
            tables.view, views.id == tables.agreed.c.view_id
        )
        for row in self._connection.execute(pairs):
            counted[(f"{row.received_on:%Y-%m}", row.voice, AGREED, row.theme)] += 1
        return Counter({cell: n for cell, n in counted.items() if n})

"""Counts that are kept as views move, so that a summary never has to recount.

A cell is a day, a voice, a door and an age band, with what is counted: views that were received,
that a person reviewed, that asked to be counted only, or that carry an agreed theme.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from core.counting import (
    AGREED,
    ALL,
    NO_BAND,
    ONLY_COUNT,
    RECEIVED,
    REVIEWED,
    Sort,
    face_basis,
)
from core.facts import AgeBand, Door, Permission, Voice
from storage import tables

__all__ = [
    "AGREED",
    "ALL",
    "NO_BAND",
    "ONLY_COUNT",
    "RECEIVED",
    "REVIEWED",
    "Cell",
    "Rollup",
    "cell_of",
]
ROLL = tables.rollup.c
DAY = timedelta(days=1)


class Cell(NamedTuple):
    """What one count is of."""

    day: date
    voice: str
    door: str
    band: str
    basis: str
    theme: str


class Countable(Protocol):
    """What a view or an arrival tells about where it is counted."""

    @property
    def received_on(self) -> date: ...
    @property
    def voice(self) -> Voice: ...
    @property
    def door(self) -> Door: ...
    @property
    def age_band(self) -> AgeBand | None: ...


def cell_of(view: Countable, basis: str, theme: str = ALL) -> Cell:
    """The cell in which this view is counted on that basis."""
    band = str(view.age_band or NO_BAND)
    return Cell(view.received_on, str(view.voice), str(view.door), band, basis, theme)


def cells_of_theme(view: Countable, face: str | None, theme: str) -> tuple[Cell, Cell]:
    """The cells in which a view is counted under a theme: by door and age, and by its face."""
    shown = Cell(view.received_on, str(view.voice), ALL, ALL, face_basis(face), theme)
    return cell_of(view, AGREED, theme), shown


def _grow(dialect: Any, table: sa.Table) -> Any:
    """The statement that adds to a cell, or makes it; only the dialects know it, not SQL."""
    statement = dialect.insert(table)
    return statement.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={"n": table.c.n + statement.excluded.n},
    )


DAYS, MONTHS = tables.rollup, tables.rollup_month
GROW = {
    (name, table): _grow(dialect, table)
    for name, dialect in (("postgresql", postgresql), ("sqlite", sqlite))
    for table in (DAYS, MONTHS)
}


def _sums(table: sa.Table, when: sa.Column[Any]) -> sa.Select[Any]:
    place = [table.c[name] for name in Sort._fields]
    wanted = sa.select(*place, sa.func.sum(table.c.n)).group_by(*place)
    return wanted.where(when.between(sa.bindparam("start"), sa.bindparam("end")))


BY_DAYS, BY_MONTHS = _sums(DAYS, DAYS.c.day), _sums(MONTHS, MONTHS.c.month)


class Rollup:
    """Views by day, voice, door, age band, basis and theme."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, cells: Counter[Cell]) -> None:
        """Add to cells; always in one order, so that two writers never wait for each other."""
        rows = [{**cell._asdict(), "n": n} for cell, n in sorted(cells.items()) if n]
        if not rows:
            return
        name = self._connection.dialect.name
        self._connection.execute(GROW[name, DAYS], rows)
        self._connection.execute(GROW[name, MONTHS], _by_month(rows))

    def between(self, start: date, end: date) -> Counter[Sort]:
        """The cells of a span of days, both included, added up over its days."""
        found: Counter[Sort] = Counter()
        for statement, first, last in _pieces(start, end):
            rows = self._connection.execute(statement, {"start": first, "end": last})
            for row in rows:
                found[Sort(*row[:5])] += int(row[5])
        return Counter({sort: n for sort, n in found.items() if n})

    def months_hold(self) -> bool:
        """Whether the months are the sums of their days."""
        counted: Counter[tuple[Any, ...]] = Counter()
        for cell, n in self.total().items():
            counted[(month_of(cell.day), *cell[1:])] += n
        rows = self._connection.execute(sa.select(MONTHS).where(MONTHS.c.n != 0))
        kept = Counter({tuple(row[:6]): row[6] for row in rows})
        return kept == Counter({key: n for key, n in counted.items() if n})

    def of_views(self, view_ids: frozenset[str], start: date, end: date) -> Counter[Sort]:
        """What these views add to the cells of a span of days."""
        counted: Counter[Sort] = Counter()
        if not view_ids:
            return counted
        views = tables.view.c
        mine = sa.and_(views.id.in_(view_ids), views.received_on.between(start, end))
        for cell, n in self._counted(mine).items():
            counted[Sort(*cell[1:])] += n
        return counted

    def total(self) -> Counter[Cell]:
        """Every cell that is not zero."""
        rows = self._connection.execute(sa.select(tables.rollup).where(ROLL.n != 0))
        return Counter({Cell(*row[:6]): row[6] for row in rows})

    def recount(self) -> Counter[Cell]:
        """The same, counted afresh from the views themselves."""
        return self._counted(sa.true())

    def _counted(self, which: sa.ColumnElement[bool]) -> Counter[Cell]:
        counted: Counter[Cell] = Counter()
        views = tables.view.c
        grouped = sa.select(tables.decision.c.view_id).distinct().subquery()
        place = (views.received_on, views.voice, views.door, views.age_band, views.face)
        done = grouped.c.view_id.is_not(None).label("done")
        each = tables.view.outerjoin(grouped, views.id == grouped.c.view_id)
        wanted = sa.select(*place, views.permission, done).select_from(each)
        for row in self._connection.execute(wanted.where(which)):
            counted[cell_of(row, RECEIVED)] += 1
            counted[cell_of(row, REVIEWED)] += int(row.done)
            only = row.permission == Permission.COUNT_ONLY
            counted[cell_of(row, ONLY_COUNT)] += int(only)
        pairs = sa.select(*place, tables.agreed.c.theme).join(
            tables.view, views.id == tables.agreed.c.view_id
        )
        for row in self._connection.execute(pairs.where(which)):
            counted.update(cells_of_theme(row, row.face, row.theme))
        return Counter({cell: n for cell, n in counted.items() if n})


def month_of(day: date) -> str:
    """The month of a day, as its cells are kept."""
    return f"{day:%Y-%m}"


def _by_month(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    added: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        added[(month_of(row["day"]), *(row[name] for name in Sort._fields))] += row["n"]
    names = ("month", *Sort._fields)
    return [dict(zip(names, key, strict=True), n=n) for key, n in sorted(added.items())]


def _pieces(start: date, end: date) -> Iterator[tuple[sa.Select[Any], object, object]]:
    """The whole months within a span, and the days at its two ends."""
    first = start if start.day == 1 else _month_after(start)
    last = (end + DAY).replace(day=1) - DAY  # the last day of the last whole month
    if first > last:
        yield BY_DAYS, start, end
        return
    if start < first:
        yield BY_DAYS, start, first - DAY
    yield BY_MONTHS, month_of(first), month_of(last)
    if last < end:
        yield BY_DAYS, last + DAY, end


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)

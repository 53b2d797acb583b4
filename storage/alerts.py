"""Alerts that somebody has to take up, the rota, and who is away."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.alerting import Alert
from core.rota import Absence, Duty
from storage import tables
from storage.secrets import new_id

ROW = tables.alert.c
OPEN = ROW.taken_on.is_(None)
COLUMNS = [ROW[name] for name in Alert.__dataclass_fields__]


class Alerts:
    """The ledger of alerts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def raise_(
        self, view_id: str | None, level: str, *, urgent: bool, at: datetime, due_at: datetime
    ) -> Alert:
        """Keep that somebody must look (times UTC, naive)."""
        made = Alert(new_id(), view_id, level, urgent, at, due_at, 0)
        self._connection.execute(sa.insert(tables.alert).values(**asdict(made), taken_on=None))
        return made

    def find(self, alert_id: str) -> Alert | None:
        """The alert, held until the commit, or None."""
        wanted = sa.select(*COLUMNS).where(ROW.id == alert_id).with_for_update()
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else Alert(*row)

    def waiting(self) -> tuple[Alert, ...]:
        """Every alert that nobody has taken up: urgent first, then the oldest."""
        wanted = sa.select(*COLUMNS).where(OPEN)
        ordered = wanted.order_by(ROW.urgent.desc(), ROW.raised_at, ROW.id)
        return tuple(Alert(*row) for row in self._connection.execute(ordered))

    def due(self, now: datetime) -> tuple[str, ...]:
        """The ids of alerts that were not taken up in time."""
        wanted = sa.select(ROW.id).where(OPEN, ROW.due_at <= now).order_by(ROW.due_at)
        return tuple(self._connection.execute(wanted).scalars())

    def escalate(self, alert: Alert, due_at: datetime) -> None:
        """The next person is told; if they do not take it up either, the next one at `due_at`."""
        self._set(alert.id, step=alert.step + 1, due_at=due_at)

    def take_up(self, alert: Alert, by: str, on: date) -> None:
        """Somebody has it. From now on it keeps no more than the day."""
        day = alert.raised_at.replace(hour=0, minute=0, second=0, microsecond=0)
        self._set(alert.id, taken_by=by, taken_on=on, due_at=None, raised_at=day)

    def of_view(self, view_id: str) -> tuple[Alert, ...]:
        """Every alert about a view."""
        rows = self._connection.execute(sa.select(*COLUMNS).where(ROW.view_id == view_id))
        return tuple(Alert(*row) for row in rows)

    def taken(self, view_ids: Iterable[str]) -> dict[str, str]:
        """Who took up an alert about each of these views; the last one where several did."""
        wanted = sa.select(ROW.view_id, ROW.taken_by).where(
            ROW.view_id.in_(tuple(view_ids)), ROW.taken_on.is_not(None)
        )
        rows = self._connection.execute(wanted.order_by(ROW.taken_on, ROW.id))
        return {row.view_id: row.taken_by for row in rows}

    def about(self, view_ids: Collection[str]) -> frozenset[str]:
        """The ids of every alert about these views."""
        rows = self._connection.execute(sa.select(ROW.id, ROW.view_id))
        return frozenset(row.id for row in rows if row.view_id in view_ids)

    def _set(self, alert_id: str, **values: Any) -> None:
        self._connection.execute(sa.update(tables.alert).where(ROW.id == alert_id).values(values))


class Rotas:
    """The ledger of who is on duty and who is away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def duties(self, since: date) -> tuple[Duty, ...]:
        """Every turn that ends on this day or later, the earliest first."""
        mine = tables.duty.c
        wanted = sa.select(tables.duty).where(mine.ends_on >= since)
        rows = self._connection.execute(wanted.order_by(mine.starts_on, mine.place, mine.id))
        return tuple(Duty(r.officer_id, r.place, r.starts_on, r.ends_on, r.id) for r in rows)

    def absences(self, since: date) -> tuple[Absence, ...]:
        """Every absence that ends on this day or later, the earliest first."""
        mine = tables.absence.c
        wanted = sa.select(tables.absence).where(mine.ends_on >= since)
        rows = self._connection.execute(wanted.order_by(mine.starts_on, mine.id))
        return tuple(Absence(r.officer_id, r.starts_on, r.ends_on, r.cover_id, r.id) for r in rows)

    def add(self, turns: Iterable[Duty | Absence]) -> None:
        """Keep these turns and absences."""
        for one in turns:
            table = tables.duty if isinstance(one, Duty) else tables.absence
            self._connection.execute(sa.insert(table).values({**asdict(one), "id": new_id()}))

    def remove(self, row_id: str) -> None:
        """Take a turn or an absence away again."""
        for table in (tables.duty, tables.absence):
            self._connection.execute(sa.delete(table).where(table.c.id == row_id))

"""Who opened which view, how often and why: the read-by list, and who has it open just now."""

from collections.abc import Collection
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.attention import Opening, Times
from storage import tables

ROW, WHO, FOUND = tables.opening.c, tables.officer.c, tables.found.c


class Openings:
    """The ledger of readers. What was read stands in the views alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(
        self,
        view_id: str,
        officer_id: str,
        now: datetime,
        *,
        here: timedelta,
        why: str,
        apart: bool,
    ) -> None:
        """This officer opened the view just now (UTC, naive), and is at it for a while.

        Args:
            apart: it was not in their own queue.
        """
        mine = sa.and_(ROW.view_id == view_id, ROW.officer_id == officer_id)
        told = {"last_at": now, "here_until": now + here, "why": why, "apart": apart}
        changed = self._connection.execute(
            sa.update(tables.opening).where(mine).values(times=ROW.times + 1, **told)
        )
        if changed.rowcount == 0:
            first = {"view_id": view_id, "officer_id": officer_id, "times": 1}
            self._connection.execute(
                sa.insert(tables.opening).values(first_on=now.date(), **first, **told)
            )

    def stay(self, view_id: str, officer_id: str, until: datetime) -> None:
        """They have it open still."""
        mine = sa.and_(ROW.view_id == view_id, ROW.officer_id == officer_id)
        self._connection.execute(sa.update(tables.opening).where(mine).values(here_until=until))

    def found(
        self, view_ids: Collection[str], officer_id: str, now: datetime, until: datetime
    ) -> None:
        """A search showed these to this officer; what one showed long ago is over."""
        gone = sa.or_(FOUND.until < now, FOUND.view_id.in_(view_ids))
        self._connection.execute(
            sa.delete(tables.found).where(FOUND.officer_id == officer_id, gone)
        )
        here = sa.select(
            tables.view.c.id, sa.literal(officer_id), sa.literal(until, sa.DateTime)
        ).where(tables.view.c.id.in_(view_ids))
        wanted = sa.insert(tables.found).from_select(["view_id", "officer_id", "until"], here)
        self._connection.execute(wanted)

    def was_found(self, view_id: str, officer_id: str, now: datetime) -> bool:
        """Whether a search showed it to this officer a short while ago."""
        mine = sa.and_(FOUND.view_id == view_id, FOUND.officer_id == officer_id)
        wanted = sa.select(FOUND.until).where(mine, FOUND.until >= now)
        return self._connection.execute(wanted).first() is not None

    def of(self, view_id: str) -> tuple[Opening, ...]:
        """Everybody who ever opened it, the last first."""
        rows = self._connection.execute(
            sa.select(tables.opening, WHO.name, WHO.post)
            .join(tables.officer, WHO.id == ROW.officer_id)
            .where(ROW.view_id == view_id)
            .order_by(ROW.last_at.desc())
        )
        return tuple(
            Opening(
                r.officer_id, r.name, r.post, r.first_on, r.last_at, r.here_until, r.times, r.why
            )
            for r in rows
        )

    def last(self, view_id: str, officer_id: str) -> tuple[datetime, str] | None:
        """When this officer last opened it, and why; None where they never did."""
        wanted = sa.select(ROW.last_at, ROW.why).where(
            ROW.view_id == view_id, ROW.officer_id == officer_id
        )
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else (row.last_at, row.why)

    def times(self, view_id: str) -> Times:
        """How often it was opened, and by how many people."""
        wanted = sa.select(sa.func.coalesce(sa.func.sum(ROW.times), 0), sa.func.count())
        return Times(*self._connection.execute(wanted.where(ROW.view_id == view_id)).one())

    def apart_since(self, officer_id: str, moment: datetime) -> int:
        """How many views outside their own queue this officer opened since then."""
        wanted = sa.select(sa.func.count()).where(
            ROW.officer_id == officer_id, ROW.apart, ROW.last_at >= moment
        )
        return self._connection.execute(wanted).scalar_one()

    def since(self, officer_id: str, moment: datetime) -> int:
        """How many views this officer opened since then."""
        wanted = sa.select(sa.func.count()).where(
            ROW.officer_id == officer_id, ROW.last_at >= moment
        )
        return self._connection.execute(wanted).scalar_one()

    def any_by(self, officer_id: str) -> bool:
        """Whether this officer ever opened a view."""
        wanted = sa.select(ROW.view_id).where(ROW.officer_id == officer_id).limit(1)
        return self._connection.execute(wanted).first() is not None

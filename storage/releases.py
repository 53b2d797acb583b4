"""Releases as they were frozen, and the totals that officers typed in."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.releases import KnownTotal, Release
from core.summaries import Count, Period
from storage import tables
from storage.secrets import new_id

RELEASE = tables.release.c
TOTAL = tables.known_total.c


def body_of(period: Period, threshold: int, counts: Mapping[str, Count]) -> str:
    """The text that is hashed: the same numbers give the same text, in every year."""
    told = {
        "period": [period.start.isoformat(), period.end.isoformat()],
        "threshold": threshold,
        "counts": {key: [count.number, count.under] for key, count in counts.items()},
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":"))


class Releases:
    """The ledger of what was published as numbers. Nothing in it is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        period: Period,
        counts: Mapping[str, Count],
        *,
        threshold: int,
        officer_id: str,
        on: date,
    ) -> Release:
        """Freeze these numbers."""
        body = body_of(period, threshold, counts)
        made, sha256 = new_id(), hashlib.sha256(body.encode()).hexdigest()
        self._connection.execute(
            sa.insert(tables.release).values(
                id=made,
                period_start=period.start,
                period_end=period.end,
                threshold=threshold,
                body=body,
                sha256=sha256,
                made_on=on,
                officer_id=officer_id,
            )
        )
        return Release(made, period, counts, sha256, on)

    def all(self) -> tuple[Release, ...]:
        """Every release, the newest days first."""
        newest = (RELEASE.period_end.desc(), RELEASE.period_start, RELEASE.id)
        rows = self._connection.execute(sa.select(tables.release).order_by(*newest))
        return tuple(_release(row) for row in rows)

    def find(self, release_id: str) -> Release | None:
        """The release with that id, or None."""
        wanted = sa.select(tables.release).where(RELEASE.id == release_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else _release(row)

    def body(self, release_id: str) -> str:
        """The text that was hashed."""
        wanted = sa.select(RELEASE.body).where(RELEASE.id == release_id)
        return str(self._connection.execute(wanted).scalar_one())

    def holds(self, release_id: str) -> bool:
        """Whether the body that is kept still has the hash that was printed."""
        wanted = sa.select(RELEASE.body, RELEASE.sha256).where(RELEASE.id == release_id)
        row = self._connection.execute(wanted).one()
        return bool(hashlib.sha256(row.body.encode()).hexdigest() == row.sha256)

    def totals(self) -> tuple[KnownTotal, ...]:
        """The totals that officers know, by name."""
        rows = self._connection.execute(sa.select(tables.known_total).order_by(TOTAL.name))
        return tuple(KnownTotal(r.group, r.name, r.number, r.source, r.on) for r in rows)

    def keep_total(self, total: KnownTotal, officer_id: str) -> None:
        """Keep this total in place of what was known of that group."""
        self.forget_total(total.group)
        self._connection.execute(
            sa.insert(tables.known_total).values(
                group=total.group,
                name=total.name,
                number=total.number,
                source=total.source,
                on=total.on,
                officer_id=officer_id,
            )
        )

    def forget_total(self, group: str) -> None:
        """Nothing is known of that group any more."""
        self._connection.execute(sa.delete(tables.known_total).where(TOTAL.group == group))


def _release(row: Any) -> Release:
    counts = {key: Count(*pair) for key, pair in json.loads(row.body)["counts"].items()}
    period = Period(row.period_start, row.period_end)
    return Release(row.id, period, counts, row.sha256, row.made_on)

"""Remembers for half an hour that a form was stored, so that the same send answers the same."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables

INSERT = sa.insert(tables.once)


class Once:
    """Marks of recent sendings: a keyed hash and when to forget it, nothing more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self, receipt_mac: bytes, until: datetime) -> None:
        """Remember this sending until then (UTC, naive)."""
        self._connection.execute(INSERT, {"receipt_mac": receipt_mac, "until": until})

    def fresh(self, receipt_mac: bytes, now: datetime) -> bool:
        """Whether its half hour is not over."""
        mine = tables.once.c.receipt_mac == receipt_mac
        until = self._connection.execute(sa.select(tables.once.c.until).where(mine)).scalar()
        return until is not None and until > now

    def forget(self, now: datetime) -> int:
        """Forget every mark whose time is over; how many there were."""
        return self._connection.execute(
            sa.delete(tables.once).where(tables.once.c.until <= now)
        ).rowcount

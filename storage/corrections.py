"""Corrections by the people who wrote: each one is kept, and the last one waits for an officer."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.corrections import Correction
from storage import tables
from storage.secrets import new_id

MINE = tables.correction.c


class Corrections:
    """The ledger of "that's not what I meant"."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, view_id: str) -> tuple[Correction, ...]:
        """Every correction of this view, first to last."""
        wanted = sa.select(tables.correction).where(MINE.view_id == view_id).order_by(MINE.place)
        return tuple(_correction(row) for row in self._connection.execute(wanted))

    def add(self, view_id: str, keys: Iterable[str], on: date) -> None:
        """Keep what the writer says now; what they said before waits no more."""
        self.close(view_id)
        self._connection.execute(
            sa.insert(tables.correction).values(
                id=new_id(),
                view_id=view_id,
                place=len(self.of(view_id)),
                themes=" ".join(sorted(set(keys))),
                on=on,
                open=True,
            )
        )

    def close(self, view_id: str) -> None:
        """An officer agreed themes after it, or the writer chose again: it no longer waits."""
        closed = sa.update(tables.correction).where(MINE.view_id == view_id, MINE.open)
        self._connection.execute(closed.values(open=False))

    def waiting(self) -> dict[str, Correction]:
        """View id to the correction that waits for an officer."""
        wanted = sa.select(tables.correction).where(MINE.open)
        return {row.view_id: _correction(row) for row in self._connection.execute(wanted)}

    def between(self, start: date, end: date, without: Collection[str] = ()) -> Counter[str]:
        """How many views received from `start` to `end` their writers corrected, by voice.

        Args:
            without: views that are counted nowhere.
        """
        views = tables.view.c
        wanted = (
            sa.select(views.voice, MINE.view_id)
            .distinct()
            .join(tables.view, views.id == MINE.view_id)
            .where(views.received_on.between(start, end))
        )
        found = self._connection.execute(wanted)
        return Counter(str(voice) for voice, view_id in found if view_id not in without)


def _correction(row: Any) -> Correction:
    return Correction(tuple(row.themes.split()), row.on, row.open)

"""Which views still wait for a person: to be read at all, or to be decided about."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import AgeBand, HalfDay, State, Voice, Worry
from storage import tables

VIEW, MESSAGE, ADDITION = tables.view.c, tables.message.c, tables.addition.c
ALERT = tables.alert.c
JUDGED = sa.select(tables.judgement.c.view_id)
RAISED = sa.or_(VIEW.worry != Worry.NONE, VIEW.asked_for_help)


@dataclass(frozen=True, slots=True)
class Waits:
    """A view that waits, without its words.

    Args:
        on: the day on which its writer last said something.
        half: the half of that day; mornings where more was said later, for that is the stricter.
        known_at: when somebody was first told of it, or None (UTC, naive).
    """

    view_id: str
    voice: Voice
    age_band: AgeBand | None
    worry: Worry
    asked_for_help: bool
    on: date
    half: HalfDay
    known_at: datetime | None = None


class Standing:
    """The ledger of what was not read or decided yet. It opens no words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unread(self) -> tuple[Waits, ...]:
        """Every view that no person has read since its writer last said something."""
        return self._waits(VIEW.state == State.RECEIVED)

    def undecided(self) -> tuple[Waits, ...]:
        """Every view that raised a worry and that nobody has decided about."""
        return self._waits(sa.and_(RAISED, VIEW.id.not_in(JUDGED)))

    def newest(self, most: int) -> tuple[str, ...]:
        """The ids of up to `most` views, the newest day first."""
        newest = sa.select(VIEW.id).order_by(VIEW.received_on.desc(), VIEW.id).limit(most)
        return tuple(self._connection.execute(newest).scalars())

    def _waits(self, which: sa.ColumnElement[bool]) -> tuple[Waits, ...]:
        said = sa.select(sa.func.max(MESSAGE.on)).where(
            MESSAGE.view_id == VIEW.id, MESSAGE.from_us.is_(False)
        )
        added = sa.select(sa.func.max(ADDITION.on)).where(ADDITION.view_id == VIEW.id)
        told = sa.select(sa.func.min(ALERT.raised_at)).where(ALERT.view_id == VIEW.id)
        wanted = sa.select(
            *(VIEW[name] for name in ("id", "voice", "age_band", "worry", "asked_for_help")),
            VIEW.received_on,
            VIEW.half,
            said.scalar_subquery().label("said"),
            added.scalar_subquery().label("added"),
            told.scalar_subquery().label("told"),
        ).where(which)
        return tuple(_as_fact(row) for row in self._connection.execute(wanted))


def _as_fact(row: Any) -> Waits:
    last = max(day for day in (row.received_on, row.said, row.added) if day)
    later = last > row.received_on
    return Waits(
        view_id=row.id,
        voice=Voice(row.voice),
        age_band=AgeBand(row.age_band) if row.age_band else None,
        worry=Worry(row.worry),
        asked_for_help=row.asked_for_help,
        on=last,
        half=HalfDay.MORNING if later else HalfDay(row.half),
        known_at=row.told,
    )

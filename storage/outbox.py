"""Notices that wait to be sent. A row here is the truth; the engine is only the runner."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import Notice
from core.presses import Press, as_text, from_text
from storage import tables
from storage.secrets import new_id

OUT = tables.outbox.c
INSERT = sa.insert(tables.outbox)
NOTHING_LEFT = {"body": "", "trouble": "", "about": None, "presses": None, "recipient": ""}


@dataclass(frozen=True, slots=True)
class Stuck:
    """A notice that did not go out yet, and why; times UTC, naive."""

    channel: str
    subject: str
    tries: int
    trouble: str
    made_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many notices wait, and how many were due before a given moment."""

    waiting: int
    overdue: int


def _notice(row: Any) -> Notice:
    presses = from_text(row.presses or "")
    return Notice(
        row.id,
        row.channel,
        row.subject,
        row.body,
        row.tries,
        about=row.about,
        to=row.recipient,
        presses=presses,
    )


class Outbox:
    """What must go out: once at least, twice at worst, never not at all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        channel: str,
        subject: str,
        body: str,
        at: datetime,
        *,
        about: str | None = None,
        presses: Iterable[Press] = (),
        alert_id: str | None = None,
        recipient: str = "",
    ) -> str:
        """Queue one notice for one channel, due at once (`at` UTC, naive); its id.

        Args:
            about: the view whose writer it is for. Who that is stays out of this row.
            presses: the buttons under it, where the channel can show them.
            alert_id: the alert that it tells of.
            recipient: the one address that it goes to; empty for all of its channel.
        """
        made = new_id()
        told: dict[str, object] = {"id": made, "channel": channel, "subject": subject, "body": body}
        told |= {"about": about, "presses": as_text(presses) or None}
        told |= {"alert_id": alert_id, "recipient": recipient}
        fresh = {"leased_until": None, "tries": 0, "sent_at": None, "trouble": ""}
        self._connection.execute(INSERT, {**told, **fresh, "made_at": at, "due_at": at})
        return made

    def claim(self, now: datetime, until: datetime, most: int) -> tuple[Notice, ...]:
        """Take up to `most` due notices that nobody holds, and hold them until `until`."""
        free = sa.or_(OUT.leased_until.is_(None), OUT.leased_until <= now)
        due = (
            sa.select(tables.outbox)
            .where(OUT.sent_at.is_(None), OUT.due_at <= now, free)
            .order_by(OUT.due_at)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        rows = self._connection.execute(due).all()
        held = [row.id for row in rows]
        self._connection.execute(
            sa.update(tables.outbox).where(OUT.id.in_(held)).values(leased_until=until)
        )
        return tuple(_notice(row) for row in rows)

    def sent(self, notice_id: str, at: datetime) -> None:
        """It went out. From now on it keeps no more than the day."""
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        self._connection.execute(
            sa.update(tables.outbox)
            .where(OUT.id == notice_id)
            .values(sent_at=day, made_at=day, due_at=None, leased_until=None, **NOTHING_LEFT)
        )

    def postpone(self, notice_id: str, due_at: datetime, trouble: str) -> None:
        """It did not go out: try again at `due_at`, and keep in short why."""
        self._connection.execute(
            sa.update(tables.outbox)
            .where(OUT.id == notice_id)
            .values(due_at=due_at, leased_until=None, tries=OUT.tries + 1, trouble=trouble[:200])
        )

    def next_due(self) -> datetime | None:
        """When the next unsent notice is due, or None."""
        return self._connection.execute(
            sa.select(sa.func.min(OUT.due_at)).where(OUT.sent_at.is_(None))
        ).scalar()

    def waiting(self, made_before: datetime) -> Waiting:
        """How many are unsent, and how many of those were made before `made_before`."""
        unsent = sa.select(sa.func.count()).where(OUT.sent_at.is_(None))
        late = unsent.where(OUT.made_at < made_before)
        return Waiting(
            self._connection.execute(unsent).scalar_one(),
            self._connection.execute(late).scalar_one(),
        )

    def stuck(self, without: Collection[str] = ()) -> tuple[Stuck, ...]:
        """Notices that were tried and did not go out, the oldest first.

        Args:
            without: the ids of alerts that whoever looks may not know of.
        """
        wanted = sa.select(*(OUT[name] for name in Stuck.__dataclass_fields__), OUT.alert_id)
        late = wanted.where(OUT.sent_at.is_(None), OUT.tries > 0).order_by(OUT.made_at, OUT.id)
        rows = self._connection.execute(late).all()
        return tuple(Stuck(*row[:-1]) for row in rows if row.alert_id not in without)

    def alert_of(self, notice_id: str) -> str | None:
        """The alert that this notice tells of, if any."""
        wanted = sa.select(OUT.alert_id).where(OUT.id == notice_id)
        told: str | None = self._connection.execute(wanted).scalar()
        return told

    def drop(self, alert_id: str) -> None:
        """Somebody took the alert up: what was not sent about it need not go out any more."""
        mine = sa.and_(OUT.alert_id == alert_id, OUT.sent_at.is_(None), OUT.tries > 0)
        self._connection.execute(sa.delete(tables.outbox).where(mine))

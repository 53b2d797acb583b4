"""The ledger of polls. Questions are for everyone, so they are not sealed."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.polls import Poll
from storage import tables
from storage.secrets import Secrets, mac, new_id

POLL, ANSWER = tables.poll.c, tables.poll_answer.c
SHOWN = tuple(Poll.__dataclass_fields__)


class Polls:
    """Polls and the answers to them."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(self, question: str, choices: Iterable[str], officer_id: str, on: date) -> str:
        """Keep a poll that is not open yet; its id."""
        poll_id = new_id()
        self._connection.execute(
            sa.insert(tables.poll).values(
                id=poll_id,
                version=1,
                question=question,
                choices=json.dumps(list(choices), ensure_ascii=False),
                written_on=on,
                written_by=officer_id,
            )
        )
        return poll_id

    def change(self, poll: Poll, **values: Any) -> bool:
        """Change a poll that is still as it was read; False where somebody else was quicker."""
        mine = (POLL.id == poll.id) & (POLL.version == poll.version)
        changed = sa.update(tables.poll).where(mine).values(version=poll.version + 1, **values)
        return self._connection.execute(changed).rowcount == 1

    def find(self, poll_id: str) -> Poll | None:
        """The poll with that id."""
        wanted = sa.select(tables.poll).where(POLL.id == poll_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else _poll(row)

    def all(self) -> tuple[Poll, ...]:
        """Every poll, newest first."""
        wanted = sa.select(tables.poll).order_by(POLL.written_on.desc(), POLL.id)
        return tuple(_poll(row) for row in self._connection.execute(wanted))

    def answer(self, poll_id: str, browser: str, choice: int) -> None:
        """Keep one browser's answer; a second one takes the place of the first."""
        mark = self._mark(poll_id, browser)
        mine = (ANSWER.poll_id == poll_id) & (ANSWER.browser_mac == mark)
        self._connection.execute(sa.delete(tables.poll_answer).where(mine))
        values = {"poll_id": poll_id, "browser_mac": mark, "choice": choice}
        self._connection.execute(sa.insert(tables.poll_answer).values(**values))

    def counts(self) -> Counter[tuple[str, int]]:
        """How many gave each answer, by poll and place of the answer."""
        columns = ANSWER.poll_id, ANSWER.choice
        rows = self._connection.execute(sa.select(*columns, sa.func.count()).group_by(*columns))
        return Counter({(row[0], row[1]): row[2] for row in rows})

    def mine(self, browser: str, poll_ids: Iterable[str]) -> dict[str, int]:
        """What this browser answered, by poll."""
        marks = [self._mark(poll_id, browser) for poll_id in poll_ids] if browser else []
        wanted = sa.select(tables.poll_answer).where(ANSWER.browser_mac.in_(marks))
        return {r.poll_id: r.choice for r in self._connection.execute(wanted)} if marks else {}

    def _mark(self, poll_id: str, browser: str) -> bytes:
        """A keyed hash that is another one for each poll: answers cannot be joined up."""
        return mac(self._secrets.once, f"poll {poll_id}", browser)


def _poll(row: Any) -> Poll:
    held = {name: getattr(row, name) for name in SHOWN}
    return Poll(**held | {"choices": tuple(json.loads(row.choices))})

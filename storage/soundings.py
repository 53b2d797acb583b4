"""The ledger of the pulse: questions to teams, how many gave each answer, and who has answered."""

import json
import os
from collections import Counter
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.soundings import Results, Sounding, Team
from core.summaries import Count
from storage import tables
from storage.secrets import Secrets, mac, new_id

ASKED, TEAM = tables.sounding.c, tables.sounding_team.c
COUNT, SEEN = tables.sounding_count.c, tables.sounding_seen.c
SALT_BYTES = 32


class Soundings:
    """Who answered is a keyed hash with a salt of its own; hash and salt go at the close."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(
        self,
        question: str,
        choices: tuple[str, ...],
        teams: tuple[Team, ...],
        days: int,
        *,
        officer_id: str,
        on: date,
    ) -> str:
        """Keep a question that nobody sees yet; its id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.sounding).values(
                id=made,
                version=1,
                question=question,
                choices=json.dumps(choices, ensure_ascii=False),
                days=days,
                written_on=on,
                written_by=officer_id,
            )
        )
        rows = [
            {"id": new_id(), "sounding_id": made, "place": n, "name": t.name, "channel": t.channel}
            for n, t in enumerate(teams)
        ]
        self._connection.execute(sa.insert(tables.sounding_team), rows)
        return made

    def find(self, sounding_id: str, *, hold: bool = False) -> Sounding | None:
        """The question with that id; `hold` it against other writers until the commit."""
        wanted = sa.select(tables.sounding).where(ASKED.id == sounding_id)
        row = self._connection.execute(wanted.with_for_update() if hold else wanted).one_or_none()
        return None if row is None else self._sounding(row)

    def all(self) -> tuple[Sounding, ...]:
        """Every question, newest first."""
        wanted = sa.select(tables.sounding).order_by(ASKED.written_on.desc(), ASKED.id)
        return tuple(self._sounding(row) for row in self._connection.execute(wanted).all())

    def last_closed(self) -> Sounding | None:
        """The question that closed last."""
        wanted = sa.select(tables.sounding).where(ASKED.closed_on.is_not(None))
        newest = wanted.order_by(ASKED.closed_on.desc(), ASKED.id).limit(1)
        row = self._connection.execute(newest).one_or_none()
        return None if row is None else self._sounding(row)

    def due(self, today: date) -> tuple[str, ...]:
        """The ids of open questions whose last day is over."""
        over = (ASKED.closed_on.is_(None)) & (ASKED.closes_on < today)
        return tuple(self._connection.execute(sa.select(ASKED.id).where(over)).scalars())

    def open(self, sounding: Sounding, on: date, closes_on: date) -> bool:
        """Ask it from now on; False where somebody else was quicker."""
        return self._change(
            sounding, opened_on=on, closes_on=closes_on, salt=os.urandom(SALT_BYTES)
        )

    def seen(self, sounding_id: str, person: str) -> bool:
        """Whether this person has answered."""
        mine = (SEEN.sounding_id == sounding_id) & (
            SEEN.person_mac == self._mark(sounding_id, person)
        )
        return self._connection.execute(sa.select(SEEN.sounding_id).where(mine)).first() is not None

    def count(self, sounding_id: str, team_id: str, choice: int, person: str) -> None:
        """Count one answer, and note apart that this person gave one."""
        mark = self._mark(sounding_id, person)
        self._connection.execute(
            sa.insert(tables.sounding_seen).values(sounding_id=sounding_id, person_mac=mark)
        )
        mine = (COUNT.sounding_id == sounding_id) & (COUNT.team_id == team_id)
        grow = sa.update(tables.sounding_count).where(mine, COUNT.choice == choice)
        if self._connection.execute(grow.values(n=COUNT.n + 1)).rowcount == 0:
            first = {"sounding_id": sounding_id, "team_id": team_id, "choice": choice, "n": 1}
            self._connection.execute(sa.insert(tables.sounding_count).values(first))

    def counts(self, sounding_id: str) -> Counter[tuple[str, int]]:
        """How many gave each answer in each team."""
        wanted = sa.select(tables.sounding_count).where(COUNT.sounding_id == sounding_id)
        return Counter({(r.team_id, r.choice): r.n for r in self._connection.execute(wanted)})

    def close(self, sounding: Sounding, on: date, results: Results) -> bool:
        """Keep what may be told, and throw away who answered and every other number."""
        for table in (tables.sounding_seen, tables.sounding_count):
            self._connection.execute(sa.delete(table).where(table.c.sounding_id == sounding.id))
        return self._change(sounding, closed_on=on, salt=None, results=_as_text(results))

    def _change(self, sounding: Sounding, **values: Any) -> bool:
        mine = (ASKED.id == sounding.id) & (ASKED.version == sounding.version)
        changed = sa.update(tables.sounding).where(mine)
        moved = changed.values(version=sounding.version + 1, **values)
        return self._connection.execute(moved).rowcount == 1

    def _mark(self, sounding_id: str, person: str) -> bytes:
        wanted = sa.select(ASKED.salt).where(ASKED.id == sounding_id)
        salt = self._connection.execute(wanted).scalar_one_or_none() or b""
        return mac(self._secrets.once, "sounding", f"{salt.hex()}\0{person}")

    def _sounding(self, row: Any) -> Sounding:
        mine = sa.select(tables.sounding_team).where(TEAM.sounding_id == row.id)
        teams = self._connection.execute(mine.order_by(TEAM.place)).all()
        return Sounding(
            id=row.id,
            version=row.version,
            question=row.question,
            choices=tuple(json.loads(row.choices)),
            teams=tuple(Team(team.name, team.channel, team.id) for team in teams),
            days=row.days,
            written_on=row.written_on,
            opened_on=row.opened_on,
            closes_on=row.closes_on,
            closed_on=row.closed_on,
            results=None if row.results is None else _from_text(row.results),
        )


def _as_text(results: Results) -> str:
    told = {
        "answered": _pair(results.answered),
        "parts": [_pair(count) for count in results.parts],
        "teams": [[name, [_pair(count) for count in parts]] for name, parts in results.teams],
    }
    return json.dumps(told, ensure_ascii=False)


def _pair(count: Count) -> list[int | None]:
    return [count.number, count.under]


def _from_text(kept: str) -> Results:
    told = json.loads(kept)
    teams = ((name, tuple(Count(*one) for one in parts)) for name, parts in told["teams"])
    return Results(
        Count(*told["answered"]), tuple(Count(*one) for one in told["parts"]), tuple(teams)
    )

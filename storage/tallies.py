"""How often something was done without a name, by the half-day.

A line of the audit stands between officers' lines, which keep their second: it would tell between
which two of them somebody wrote. So it is counted here, in the transaction of the words, and the
clock writes one line with the number once the half-day is over.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from core.facts import HalfDay
from storage import tables

ROW = tables.tally.c
PLACE = [column.name for column in tables.tally.primary_key]


@dataclass(frozen=True, slots=True, order=True)
class Tally:
    """What was done by whom (a door, the clock) in a half-day, and how often."""

    day: date
    half: str
    verb: str
    actor: str
    subject: str
    n: int


def _grow(dialect: Any) -> Any:
    """The statement that adds to a number, or begins one; only the dialects know it, not SQL."""
    statement = dialect.insert(tables.tally)
    return statement.on_conflict_do_update(
        index_elements=PLACE, set_={"n": ROW.n + statement.excluded.n}
    )


GROW = {"postgresql": _grow(postgresql), "sqlite": _grow(sqlite)}


class Tallies:
    """The ledger of what is not yet in the audit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, day: date, half: HalfDay, actor: str, verb: str, subject: str = "", n: int = 1
    ) -> None:
        """Count it. Do it last in a transaction: others wait for the number until the commit."""
        told = {"day": day, "half": half, "actor": actor, "verb": verb, "subject": subject, "n": n}
        self._connection.execute(GROW[self._connection.dialect.name], told)

    def take(self, day: date, half: HalfDay) -> list[Tally]:
        """Every number from before this half-day, sorted by name; gone from here."""
        before = sa.or_(ROW.day < day, sa.and_(ROW.day == day, ROW.half < half))
        gone = sa.delete(tables.tally).where(before).returning(*(ROW[n] for n in (*PLACE, "n")))
        return sorted(Tally(*row) for row in self._connection.execute(gone))

    def waiting(self, verb: str) -> int:
        """How often this was done that is not in the audit yet."""
        wanted = sa.select(sa.func.coalesce(sa.func.sum(ROW.n), 0)).where(ROW.verb == verb)
        return int(self._connection.execute(wanted).scalar_one())

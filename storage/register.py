"""The register of staff and carers: who can be the subject of a view."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.subjects import Person
from storage import tables
from storage.secrets import new_id

ROW, VERSION = tables.staff.c, tables.register.c.version
APART = "\n"


def _person(row: Any) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        nicknames=tuple(name for name in row.nicknames.split(APART) if name),
        post=row.post,
        team=row.team,
        manager_id=row.manager_id,
        email=row.email,
        since=row.since,
        here=row.here,
    )


class Registers:
    """The ledger of people who work with children here."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def version(self) -> int:
        """Moves on with every change."""
        return self._connection.execute(sa.select(VERSION)).scalar() or 0

    def move_on(self) -> int:
        """The next version, held by this transaction until its commit."""
        self._connection.execute(sa.update(tables.register).values(version=VERSION + 1))
        return self.version()

    def people(self) -> tuple[Person, ...]:
        """Everyone who was ever on the register, by name."""
        rows = self._connection.execute(sa.select(tables.staff).order_by(ROW.name, ROW.id))
        return tuple(_person(row) for row in rows)

    def put(self, people: Iterable[Person]) -> None:
        """Keep these people as they are given; who has no id yet gets one."""
        for person in people:
            row = {
                "name": person.name,
                "nicknames": APART.join(person.nicknames),
                "post": person.post,
                "team": person.team,
                "manager_id": person.manager_id,
                "email": person.email.casefold(),
                "since": person.since,
                "here": person.here,
            }
            mine = sa.update(tables.staff).where(ROW.id == person.id).values(row)
            if not person.id or not self._connection.execute(mine).rowcount:
                made = {"id": person.id or new_id(), **row}
                self._connection.execute(sa.insert(tables.staff).values(made))

    def who_signs_in_as(self, email: str) -> Person | None:
        """The person with this address, or None; who left only where nobody here has it."""
        wanted = sa.select(tables.staff).where(ROW.email == email.casefold())
        row = self._connection.execute(wanted.order_by(ROW.here.desc(), ROW.id)).first()
        return None if row is None else _person(row)

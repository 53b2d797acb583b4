"""Statements of public committee minutes: already public, so kept in the clear, never counted."""

import hashlib
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import Statement
from storage import tables
from storage.secrets import new_id


class Statements:
    """The third voice, quoted by its source."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *, title: str, statements: Iterable[Statement]) -> int:
        """Keep those that are new; how many there were. The same statement is kept once."""
        known = set(self._connection.execute(sa.select(tables.statement.c.fingerprint)).scalars())
        added = 0
        for said in statements:
            print_ = hashlib.sha256(f"{said.source}\0{said.words}".encode()).hexdigest()
            if print_ in known:
                continue
            known.add(print_)
            added += 1
            self._connection.execute(
                sa.insert(tables.statement).values(
                    id=new_id(),
                    source=said.source,
                    title=title,
                    position=said.position,
                    words=said.words,
                    themes=" ".join(said.themes),
                    fingerprint=print_,
                )
            )
        return added

    def all(self) -> tuple[Statement, ...]:
        """Every statement, by source and in the order in which it was said."""
        wanted = sa.select(tables.statement).order_by(
            tables.statement.c.source, tables.statement.c.position
        )
        return tuple(
            Statement(r.words, r.source, r.position, tuple(r.themes.split()))
            for r in self._connection.execute(wanted)
        )

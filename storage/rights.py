"""Requests that people have a right to make. No words and no names are kept here."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.rights import Request, Right
from storage import tables
from storage.secrets import new_id

MINE = tables.right.c


class Rights:
    """The register of requests."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, request: Request) -> Request:
        """Keep a request; the same with its id."""
        kept = replace(request, id=new_id())
        self._connection.execute(sa.insert(tables.right).values(**asdict(kept)))
        return kept

    def find(self, request_id: str) -> Request | None:
        """The request with this id."""
        wanted = sa.select(tables.right).where(MINE.id == request_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else _request(row)

    def all(self) -> tuple[Request, ...]:
        """Every request: the open ones by their due day, then the closed ones, newest first."""
        rows = map(_request, self._connection.execute(sa.select(tables.right)))
        far = date.max.toordinal()
        return tuple(
            sorted(
                rows,
                key=lambda one: (
                    one.closed_on is not None,
                    one.due_on.toordinal() if one.closed_on is None else far,
                    -(one.closed_on or one.due_on).toordinal(),
                    one.id,
                ),
            )
        )

    def close(self, request_id: str, on: date, outcome: str) -> None:
        """It was answered: when, and how."""
        mine = sa.update(tables.right).where(MINE.id == request_id)
        self._connection.execute(mine.values(closed_on=on, outcome=outcome))


def _request(row: Any) -> Request:
    return Request(**dict(row._mapping) | {"kind": Right(row.kind)})

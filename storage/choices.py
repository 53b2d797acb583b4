"""What writers chose after telling of a worry."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.choices import Choice
from storage import tables

ROW = tables.choice.c


class Choices:
    """The ledger of choices; the last one counts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, view_id: str, choice: Choice, on: date) -> None:
        """This is what they would like from now on."""
        self._connection.execute(sa.delete(tables.choice).where(ROW.view_id == view_id))
        row = {"view_id": view_id, "what": choice, "on": on}
        self._connection.execute(sa.insert(tables.choice).values(row))

    def of(self, view_id: str) -> Choice | None:
        """What they would like, or None where they did not say."""
        wanted = sa.select(ROW.what).where(ROW.view_id == view_id)
        found = self._connection.execute(wanted).scalar_one_or_none()
        return None if found is None else Choice(found)

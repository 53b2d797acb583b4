"""Views that their writers took back: the rows go, and what stays is a keyed hash and a day."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.errors import TakenBack
from storage import tables
from storage.views import View

GONE = tables.taken_back.c
# Made once: intake asks it for every view that comes in.
WHEN = sa.select(GONE.on).where(GONE.receipt_mac == sa.bindparam("mac"))


class Withdrawals:
    """The ledger of what was taken back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_back(self, view: View, receipt_mac: bytes, on: date) -> None:
        """Take a view and every row that hangs on it away, and keep the day under its code.

        The rows that hang on a view go with it by their foreign keys, on both engines.
        """
        self._connection.execute(sa.delete(tables.view).where(tables.view.c.id == view.id))
        mark = tables.once.c.receipt_mac == receipt_mac
        self._connection.execute(sa.delete(tables.once).where(mark))
        gone = sa.insert(tables.taken_back).values(receipt_mac=receipt_mac, on=on)
        self._connection.execute(gone)

    def refuse(self, receipt_mac: bytes) -> None:
        """Raise TakenBack where what this code opened was taken back."""
        on = self._connection.execute(WHEN, {"mac": receipt_mac}).scalar_one_or_none()
        if on is not None:
            raise TakenBack(on)

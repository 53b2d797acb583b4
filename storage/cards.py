"""The ledger of paper cards. What is printed on them is never kept, only keyed hashes of it."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.cards import Card, CardUsed
from storage import tables
from storage.secrets import Secrets, mac

CARD = tables.card.c


class Cards:
    """Cards that were printed, and when each was typed in."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(self, card: Card, on: date) -> None:
        """Keep that a card was printed."""
        receipt_mac = mac(self._secrets.receipts, "stored", card.code)
        values = {"receipt_mac": receipt_mac, "number_mac": self._mark(card.number)}
        self._connection.execute(sa.insert(tables.card).values(**values, printed_on=on))

    def find(self, number: str) -> bytes | None:
        """The keyed hash of the code of the card with this number."""
        wanted = sa.select(CARD.receipt_mac).where(CARD.number_mac == self._mark(number))
        return self._connection.execute(wanted).scalar_one_or_none()

    def use(self, receipt_mac: bytes, on: date) -> None:
        """Mark a card as typed in; CardUsed where it was before."""
        mine = (CARD.receipt_mac == receipt_mac) & CARD.used_on.is_(None)
        used = self._connection.execute(sa.update(tables.card).where(mine).values(used_on=on))
        if used.rowcount != 1:
            raise CardUsed

    def how_many(self) -> tuple[int, int]:
        """How many were printed, and how many of those were typed in."""
        counted = sa.select(sa.func.count(), sa.func.count(CARD.used_on))
        printed, used = self._connection.execute(counted.select_from(tables.card)).one()
        return printed, used

    def _mark(self, number: str) -> bytes:
        return mac(self._secrets.receipts, "card", number)

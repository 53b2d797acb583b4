"""Half-finished forms, sealed with a key that only the writer's own browser holds.

Nobody who has these books and all of our keys can read a draft: the token in the browser's cookie
is its key, and the books keep a keyed hash of it.
"""

import hashlib
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.secrets import Secrets, mac
from storage.vault import KeyGone, seal, unseal

DRAFT = tables.draft.c


class Drafts:
    """The ledger of drafts. It knows neither who writes nor what comes of it."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def keep(self, token: str, text: str, until: datetime) -> None:
        """Keep this in place of what the token held before, until then (UTC, naive)."""
        mine = self._mac(token)
        self._connection.execute(sa.delete(tables.draft).where(DRAFT.mac == mine))
        self._connection.execute(
            sa.insert(tables.draft).values(
                mac=mine, sealed=seal(_key(token), text, mine.hex()), until=until
            )
        )

    def find(self, token: str, now: datetime) -> str | None:
        """What the token holds; None where there is nothing, or no longer."""
        mine = self._mac(token)
        wanted = sa.select(DRAFT.sealed).where(DRAFT.mac == mine, DRAFT.until > now)
        sealed = self._connection.execute(wanted).scalar_one_or_none()
        try:
            return None if sealed is None else unseal(_key(token), sealed, mine.hex())
        except KeyGone:
            return None

    def drop(self, token: str) -> None:
        """Forget what the token holds."""
        mine = DRAFT.mac == self._mac(token)
        self._connection.execute(sa.delete(tables.draft).where(mine))

    def forget(self, now: datetime) -> int:
        """Forget every draft whose time is over; how many there were."""
        over = sa.delete(tables.draft).where(DRAFT.until <= now)
        return self._connection.execute(over).rowcount

    def _mac(self, token: str) -> bytes:
        return mac(self._secrets.once, "draft", token)


def _key(token: str) -> bytes:
    return hashlib.sha256(f"draft key\0{token}".encode()).digest()

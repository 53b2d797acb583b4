"""Seals words with a key of their own; the keys lie in a store apart.

A record's key is written before its words, in blocks, because two stores do not commit as one.
A key that no record came to use is swept; a key that is destroyed takes old backups with it.
"""

import os
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage import tables
from storage.secrets import mac, new_id
from storage.shuffling import shuffle_keys
from storage.sketches import holding, sketch

NONCE_BYTES = 12
BLOCK = 64
PROOF = "proof-of-master-key"
SOME = 500
# Said straight to the driver: SQLAlchemy's own rows would cost more than the search.
SKETCHES = "SELECT id, sketch FROM record_key WHERE sketch IS NOT NULL"


class KeyGone(Exception):
    """The record's key was destroyed or is not in this key store: its words cannot be read."""


def fresh_nonce() -> bytes:
    """A nonce that was never used."""
    return os.urandom(NONCE_BYTES)


def seal(key: bytes, text: str, place: str) -> bytes:
    """`text` under AES-256-GCM, tied to `place`, so that it cannot be moved to another row."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, text.encode("utf-8"), place.encode())


def unseal(key: bytes, sealed: bytes, place: str) -> str:
    """The text again; KeyGone where key, place or bytes do not match."""
    try:
        clear = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
    except InvalidTag as error:
        raise KeyGone(place) from error
    return clear.decode("utf-8")


class Vault:
    """The records' keys, each wrapped by the master key."""

    def __init__(self, engine: Engine, master: bytes) -> None:
        self._engine = engine
        self._master = AESGCM(master)
        self._search = mac(master, "search", "")
        self._ready: deque[tuple[str, bytes, date]] = deque()
        self._lock = threading.Lock()

    @property
    def engine(self) -> Engine:
        """The key store's own: what an attacker who has it would look at."""
        return self._engine

    def take(self, today: date) -> tuple[str, bytes]:
        """A key id and a fresh key that already lies in the key store."""
        with self._lock:
            while self._ready and self._ready[0][2] != today:
                self._ready.popleft()
            if not self._ready:
                self._refill(today)
            key_id, key, _ = self._ready.popleft()
        return key_id, key

    def _refill(self, today: date) -> None:
        fresh = [(new_id(), AESGCM.generate_key(bit_length=256)) for _ in range(BLOCK)]
        rows = [
            {"id": key_id, "wrapped": self._wrap(key_id, key), "made_on": today}
            for key_id, key in fresh
        ]
        with self._engine.begin() as connection:
            connection.execute(sa.insert(tables.record_key), rows)
        self._ready.extend((key_id, key, today) for key_id, key in fresh)

    def _wrap(self, key_id: str, key: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._master.encrypt(nonce, key, key_id.encode())

    def key(self, key_id: str) -> bytes:
        """The record's key, or KeyGone."""
        wanted = sa.select(tables.record_key.c.wrapped).where(tables.record_key.c.id == key_id)
        with self._engine.connect().execution_options(heard_reading=True) as connection:
            wrapped = connection.execute(wanted).scalar_one_or_none()
        if wrapped is None:
            raise KeyGone(key_id)
        try:
            nonce, rest = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
            return self._master.decrypt(nonce, rest, key_id.encode())
        except InvalidTag as error:
            raise KeyGone(key_id) from error

    def keys(self, key_ids: Sequence[str]) -> dict[str, bytes]:
        """The keys of many records at once; those that are gone are left out."""
        found: dict[str, bytes] = {}
        row = tables.record_key.c
        with self._engine.connect().execution_options(heard_reading=True) as connection:
            for first in range(0, len(key_ids), SOME):
                some = row.id.in_(key_ids[first : first + SOME])
                wanted = sa.select(row.id, row.wrapped).where(some)
                for key_id, wrapped in connection.execute(wanted):
                    nonce, rest = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
                    found[key_id] = self._master.decrypt(nonce, rest, key_id.encode())
        return found

    def draw(self, drawn: Mapping[str, frozenset[str]]) -> None:
        """Keep a sketch of the stems of each of these records, beside its key."""
        row = tables.record_key.c
        change = sa.update(tables.record_key).where(row.id == sa.bindparam("key_id"))
        rows = [{"key_id": k, "drawn": sketch(self._search, s)} for k, s in drawn.items()]
        with self._engine.begin() as connection:
            connection.execute(change.values(sketch=sa.bindparam("drawn")), rows)

    def holding(self, stems: Sequence[str]) -> list[str]:
        """The keys of the records whose sketches hold every one of these stems."""
        with self._engine.connect().execution_options(heard_reading=True) as connection:
            rows = connection.exec_driver_sql(SKETCHES).fetchall()
        return holding(self._search, rows, stems)

    def shuffle(self, since: date) -> int:
        """Leave no order of use among keys from `since` on; how many tables were laid out anew."""
        return shuffle_keys(self._engine, since)

    def marked(self) -> bool:
        """Whether a master key ever marked this key store as its own."""
        mine = sa.select(tables.record_key.c.id).where(tables.record_key.c.id == PROOF)
        with self._engine.connect().execution_options(heard_reading=True) as connection:
            return connection.execute(mine).first() is not None

    def mark(self, today: date) -> None:
        """Mark this key store as our master key's own; the second of two does nothing."""
        row = {"id": PROOF, "wrapped": self._wrap(PROOF, os.urandom(32)), "made_on": today}
        with suppress(IntegrityError), self._engine.begin() as connection:
            connection.execute(sa.insert(tables.record_key).values(row))

    def destroy(self, key_ids: list[str]) -> None:
        """Destroy keys: from now on nobody can read what they sealed, in any backup."""
        with self._engine.begin() as connection:
            for key_id in key_ids:
                gone = tables.record_key.c.id == key_id
                connection.execute(sa.delete(tables.record_key).where(gone))
        if self._engine.dialect.name == "sqlite":
            self._empty_log()

    def _empty_log(self) -> None:
        """SQLite's write-ahead log would still hold the pages as they were; busy is no error."""
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    def destroyed(self, key_ids: list[str]) -> bool:
        """Destroy keys if the key store lets us; if not, they stay for the nightly sweep."""
        try:
            self.destroy(key_ids)
        except (DBAPIError, PoolTimeout):
            return False
        return True

    def unused(self, used: set[str], today: date) -> list[str]:
        """Keys from before yesterday that no record uses."""
        old = tables.record_key.c.made_on < today - timedelta(days=1)
        with self._engine.connect().execution_options(heard_reading=True) as connection:
            known = connection.execute(sa.select(tables.record_key.c.id).where(old)).scalars()
            return [key_id for key_id in known if key_id not in used | {PROOF}]

    def close(self) -> None:
        """Let go of the key store."""
        self._engine.dispose()

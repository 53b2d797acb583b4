"""A new master key: whatever the old one sealed is sealed anew, a few hundred rows at a time.

Each row is tried with the new key first, so a run that was cut off is taken up by running it again.
The words themselves are not touched: only the keys of the records, and the little that the master
key seals itself. Sketches for the search are keyed with it too; they are dropped, and drawn again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.engine import Engine

from storage import tables
from storage.vault import NONCE_BYTES, fresh_nonce

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sealed:
    """A column that the master key seals, and what each row's seal is tied to."""

    table: sa.Table
    column: str
    id: str
    place: Callable[[str], str]


RECORDS = Sealed(tables.record_key, "wrapped", "id", str)
OF_THE_BOOKS = (
    Sealed(tables.officer, "totp", "id", str),
    Sealed(tables.slack_link, "sealed", "officer_id", lambda id_: f"slack:{id_}"),
    Sealed(tables.noticed, "words", "id", lambda id_: f"noticed:{id_}"),
)


class NeitherKey(RuntimeError):
    """A row opens with neither key: nothing more was changed."""


def rotate(engine: Engine, sealed: Sealed, old: bytes, new: bytes) -> int:
    """Seal every row of one column with the new key; how many there were to do."""
    done = 0
    for rows in _rows(engine, sealed):
        fresh = [
            {"mine": id_, "sealed": anew}
            for id_, held in rows
            if (anew := _anew(held, sealed.place(id_), old, new)) is not None
        ]
        if fresh:
            values: dict[str, object] = {sealed.column: sa.bindparam("sealed")}
            if sealed is RECORDS:
                values["sketch"] = None
            mine = sealed.table.c[sealed.id] == sa.bindparam("mine")
            with engine.begin() as connection:
                connection.execute(sa.update(sealed.table).where(mine).values(**values), fresh)
        done += len(fresh)
    return done


def _rows(engine: Engine, sealed: Sealed) -> Iterator[Sequence[tuple[str, bytes]]]:
    id_, held = sealed.table.c[sealed.id], sealed.table.c[sealed.column]
    after = ""
    while True:
        wanted = sa.select(id_, held).where(id_ > after, held.is_not(None))
        with engine.connect().execution_options(heard_reading=True) as connection:
            rows = connection.execute(wanted.order_by(id_).limit(AT_ONCE)).all()
        if not rows:
            return
        yield [(row[0], row[1]) for row in rows]
        after = rows[-1][0]


def _anew(held: bytes, place: str, old: bytes, new: bytes) -> bytes | None:
    """The same under the new key; None where it is already."""
    nonce, rest, tied = held[:NONCE_BYTES], held[NONCE_BYTES:], place.encode()
    try:
        AESGCM(new).decrypt(nonce, rest, tied)
        return None
    except InvalidTag:
        pass
    try:
        clear = AESGCM(old).decrypt(nonce, rest, tied)
    except InvalidTag as error:
        raise NeitherKey(place) from error
    fresh = fresh_nonce()
    return fresh + AESGCM(new).encrypt(fresh, clear, tied)

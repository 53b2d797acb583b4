"""Files that an officer brought in, sealed with a key of their own that goes with them."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.bringing import Brought, FileKind, How, Stage
from core.facts import Voice
from core.imports import ImportReport, RowProblem
from storage import tables
from storage.secrets import new_id
from storage.vault import Vault, seal, unseal

ROW = tables.brought.c


class Arrivals:
    """The ledger of files on their way in."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def bring(self, brought: Brought, held: bytes, key: tuple[str, bytes], until: datetime) -> str:
        """Keep a file, sealed; its id."""
        made = new_id()
        text = b64encode(held).decode()
        self._connection.execute(
            sa.insert(tables.brought).values(
                id=made,
                officer_id=brought.officer_id,
                name=brought.name,
                kind=brought.kind,
                key_id=key[0],
                sealed=seal(key[1], text, f"brought:{made}"),
                how=_told(brought.how),
                state=brought.stage,
                done=0,
                of=brought.of,
                beat=brought.beat,
                until=until,
                report="",
            )
        )
        return made

    def find(self, file_id: str, officer_id: str) -> Brought | None:
        """The file of this officer with this id."""
        wanted = sa.select(tables.brought).where(ROW.id == file_id, ROW.officer_id == officer_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else _brought(row)

    def of(self, officer_id: str) -> tuple[Brought, ...]:
        """This officer's files, the newest first."""
        wanted = sa.select(tables.brought).where(ROW.officer_id == officer_id)
        rows = self._connection.execute(wanted.order_by(ROW.until.desc(), ROW.id))
        return tuple(_brought(row) for row in rows)

    def held(self, file_id: str) -> bytes:
        """What is in the file. KeyGone where it was let go."""
        row = self._connection.execute(
            sa.select(ROW.sealed, ROW.key_id).where(ROW.id == file_id)
        ).one()
        return b64decode(unseal(self._vault.key(row.key_id), row.sealed, f"brought:{file_id}"))

    def move(self, file_id: str, at: datetime, **values: object) -> None:
        """How far it is."""
        moved = sa.update(tables.brought).where(ROW.id == file_id)
        self._connection.execute(moved.values(beat=at, **values))

    def choose(self, file_id: str, how: How) -> None:
        """How it is read from now on."""
        chosen = sa.update(tables.brought).where(ROW.id == file_id)
        self._connection.execute(chosen.values(how=_told(how)))

    def finish(self, file_id: str, at: datetime, report: ImportReport) -> str:
        """It is in: the file goes, its report stays. The id of the key that nothing needs now."""
        key_id: str = self._connection.execute(
            sa.select(ROW.key_id).where(ROW.id == file_id)
        ).scalar_one()
        told = json.dumps(asdict(report))
        self.move(file_id, at, state=Stage.DONE, report=told, sealed=None)
        return key_id

    def keys_in_use(self) -> set[str]:
        """The ids of the keys of files that are still here."""
        return set(self._connection.execute(sa.select(ROW.key_id)).scalars())

    def forget(self, before: datetime) -> list[str]:
        """Take away the files whose time is over; the ids of their keys."""
        old = ROW.until < before
        keys = list(self._connection.execute(sa.select(ROW.key_id).where(old)).scalars())
        self._connection.execute(sa.delete(tables.brought).where(old))
        return keys

    def drop(self, file_id: str) -> str:
        """Let a file go; the id of its key."""
        mine = ROW.id == file_id
        key_id: str = self._connection.execute(sa.select(ROW.key_id).where(mine)).scalar_one()
        self._connection.execute(sa.delete(tables.brought).where(mine))
        return key_id


def _told(how: How) -> str:
    return json.dumps({"mapping": dict(how.mapping), "voice": how.voice}, ensure_ascii=False)


def _brought(row: Any) -> Brought:
    told = json.loads(row.how)
    mapping = {name: tuple(columns) for name, columns in told["mapping"].items()}
    return Brought(
        row.id,
        row.officer_id,
        row.name,
        FileKind(row.kind),
        How(mapping, Voice(told["voice"])),
        Stage(row.state),
        row.done,
        row.of,
        row.beat,
        _report(row.report),
    )


def _report(text: str) -> ImportReport | None:
    if not text:
        return None
    told = json.loads(text)
    problems = tuple(RowProblem(**one) for one in told.pop("problems"))
    return ImportReport(problems=problems, **told)

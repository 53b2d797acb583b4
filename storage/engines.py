"""Opens SQLite and PostgreSQL so that both keep the same promises.

SQLite: write-ahead log, full sync, foreign keys, secure delete, and BEGIN IMMEDIATE for every
writer. Tried: `isolation_level="IMMEDIATE"` loses updates; None with an own BEGIN loses none.
"""

import math
import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


def open_engine(url: str, *, patience_s: float) -> Engine:
    """An engine for `url` whose statements wait at most `patience_s` seconds for a lock."""
    if sa.make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url, patience_s)
    return _open_postgresql(url, patience_s)


def sqlite_file(url: str) -> Path | None:
    """The plain file behind a SQLite address; None for PostgreSQL, memory or a `file:` address."""
    parsed = sa.make_url(url)
    name = parsed.database or ""
    if parsed.get_backend_name() != "sqlite" or name in ("", ":memory:") or name[:5] == "file:":
        return None
    return Path(name)


def _open_sqlite(url: str, patience_s: float) -> Engine:
    place = sqlite_file(url)
    if place is not None:
        place.parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, connect_args={"check_same_thread": False}, pool_size=16)

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={math.floor(patience_s * 1000)}")
        _use_write_ahead_log(connection, patience_s)
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @sa.event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("heard_reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _use_write_ahead_log(connection: Any, patience_s: float) -> None:
    """Switch to the write-ahead log, or wait while another process is doing so.

    Rationale: for this one switch SQLite says "locked" at once, whatever its busy timeout; of
    four workers on a new file one used to die of it.
    """
    until = time.monotonic() + patience_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _open_postgresql(url: str, patience_s: float) -> Engine:
    wait_ms = math.floor(patience_s * 1000)
    options = f"-c lock_timeout={wait_ms} -c idle_in_transaction_session_timeout=60000"
    return sa.create_engine(
        url,
        connect_args={"options": options, "connect_timeout": max(2, math.ceil(patience_s))},
        pool_size=16,
        max_overflow=16,
        pool_timeout=patience_s,
        pool_pre_ping=True,
    )

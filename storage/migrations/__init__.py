"""Brings both stores to the newest schema, however many processes start at once."""

import logging
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection, Engine

from storage.engines import open_engine

HERE = Path(__file__).parent
BOOKS, KEYS = "books", "keys"
# Alembic tells at INFO which engine it found, at each start of each process.
logging.getLogger("alembic").setLevel(logging.WARNING)
PATIENCE_S = 60.0
ONE_AT_A_TIME = 4_831_702


def _config(room: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("version_locations", str(HERE / room))
    config.set_main_option("path_separator", "os")
    config.attributes["room"] = room
    return config


def head(room: str = BOOKS) -> str:
    """The newest revision of one store."""
    return ScriptDirectory.from_config(_config(room)).get_current_head() or ""


def _move(url: str, room: str, revision: str) -> None:
    engine = open_engine(url, patience_s=PATIENCE_S)
    _let_go_of_children(engine)
    try:
        with engine.begin() as connection:
            _wait_for_turn(connection)
            config = _config(room)
            config.attributes["connection"] = connection
            if revision == "base":
                command.downgrade(config, revision)
            else:
                command.upgrade(config, revision)
            _look_for_orphans(connection)
    finally:
        engine.dispose()


def _wait_for_turn(connection: Connection) -> None:
    """One process migrates; the others wait. SQLite's BEGIN IMMEDIATE does the same by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text(f"SET lock_timeout = {int(PATIENCE_S * 1000)}"))
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_AT_A_TIME)))


def _let_go_of_children(engine: Engine) -> None:
    """On SQLite a table is changed by building it anew, and dropping the old one must take nothing.

    Rationale: with its foreign keys on, SQLite empties a table before it drops it, and every
    decision, message and mask that hangs on a view would go with the old table of views.
    """
    if engine.dialect.name == "sqlite":

        @sa.event.listens_for(engine, "connect")
        def let_go(connection: Any, _: object) -> None:
            connection.execute("PRAGMA foreign_keys=OFF")


def _look_for_orphans(connection: Connection) -> None:
    """Fail, so that nothing of this move is kept, where a row now hangs on nothing."""
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise RuntimeError(f"{len(lost)} rows would belong to nothing")


def upgrade(url: str, keys_url: str, revision: str = "head") -> None:
    """Bring both stores to `revision`. What is there stays; twice is the same as once."""
    _move(keys_url, KEYS, revision)
    _move(url, BOOKS, revision)


def downgrade(url: str, keys_url: str) -> None:
    """Take everything away again. Only tests and an empty start need it."""
    _move(url, BOOKS, "base")
    _move(keys_url, KEYS, "base")

"""Takes the order of arrival out of PostgreSQL's files. SQLite keeps none (storage.tables.columns).

PostgreSQL lays rows down in the order in which they come, and every row carries the number of the
transaction that wrote it. So the rows of the last days are written again, all in one transaction,
and each table is then laid out by its random ids. So are the keys of the records. The audit's lines
get one number too: between two of them it would tell how many transactions there were.
"""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import Engine

from storage import tables

VIEW = tables.view
ABOUT_VIEWS = tuple(
    table for table in tables.books.sorted_tables if table is VIEW or "view_id" in table.columns
)
# What else is written when somebody without a name sends, presses or answers, and since when.
BESIDE = {
    tables.once: None,
    tables.board_press: None,
    tables.poll_answer: None,
    tables.sounding_count: None,
    tables.sounding_seen: None,
    tables.taken_back: tables.taken_back.c.on,
    tables.card: tables.card.c.used_on,
    tables.outbox: tables.outbox.c.sent_at,
    # Everybody at Send adds to these: they come last, and are held for a moment only.
    tables.rollup: tables.rollup.c.day,
    tables.rollup_month: tables.rollup_month.c.month,
    tables.tally: tables.tally.c.day,
}
BUSY_MS = 500  # how long those who want a table wait behind us, where somebody else is reading it
TRIES = 3


def shuffle(engine: Engine, since: date) -> int:
    """Leave no order of arrival of what came from `since` on; how many tables were laid out anew.

    Rationale: a table is shut while it is laid out (docs/measured.md), so this is for the night.
    Without it, whoever can read the database's files could tell who wrote first.

    Raises:
        OperationalError: a table was in use each time; the next night takes its rows as well.
    """
    if engine.dialect.name != "postgresql":
        return 0
    recent = sa.select(VIEW.c.id).where(VIEW.c.received_on >= since)
    with engine.begin() as connection:
        for table in ABOUT_VIEWS:
            key = table.c.id if table is VIEW else table.c.view_id
            _write_again(connection, table, key.in_(recent))
        for table, day in BESIDE.items():
            start = f"{since:%Y-%m}" if table is tables.rollup_month else since
            _write_again(connection, table, sa.true() if day is None else day >= start)
    with engine.begin() as connection:
        connection.execute(sa.select(sa.func.heard_blur_audit(f"{since}")))
    return _lay_out(engine, (*ABOUT_VIEWS, *BESIDE))


def shuffle_keys(engine: Engine, since: date) -> int:
    """The same for the records' keys, which are made in the order in which they are needed."""
    if engine.dialect.name != "postgresql":
        return 0
    with engine.begin() as connection:
        made = tables.record_key
        _write_again(connection, made, made.c.made_on >= since)
    return _lay_out(engine, [tables.record_key])


def _write_again(connection: sa.Connection, table: sa.Table, which: sa.ColumnElement[bool]) -> None:
    """Each row as it is. Held first in the order in which all writers hold them (storage.rollup).

    Rationale: in any other order somebody at Send and we could wait for each other.
    """
    keys = table.primary_key.columns
    ordered = [k.collate("C") if isinstance(k.type, sa.String) else k for k in keys]
    connection.execute(sa.select(*keys).where(which).order_by(*ordered).with_for_update())
    first = next(iter(keys))
    connection.execute(sa.update(table).where(which).values({first: first}))


def _lay_out(engine: Engine, wanted: Iterable[sa.Table]) -> int:
    """By their keys, which are random; a table that somebody uses just now comes again later."""
    waiting = list(wanted)
    done = 0
    for turn in range(TRIES):
        busy = []
        for table in waiting:
            try:
                _lay_out_one(engine, table)
                done += 1
            except exc.OperationalError:
                if turn == TRIES - 1:
                    raise
                busy.append(table)
        waiting = busy
    return done


def _lay_out_one(engine: Engine, table: sa.Table) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_MS}")
        connection.execute(sa.select(sa.func.heard_lay_out(table.name)))

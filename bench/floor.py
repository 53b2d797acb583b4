"""What E1 is measured against: a bare Flask route that makes the same inserts and nothing else.

No checks, no tags, no sealing, no code: random bytes of the same size in the same tables, in one
transaction, on the same engine with the same settings.
"""

import os
from datetime import date

import sqlalchemy as sa
from flask import Flask, request

import settings
from storage import migrations, tables
from storage.engines import open_engine
from storage.secrets import new_id

held = settings.load(os.environ)
migrations.upgrade(held.database_url, held.keys_url)
engine = open_engine(held.database_url, patience_s=5)
app = Flask(__name__)
PLAIN = dict.fromkeys(
    ("voice", "door", "kind", "permission", "half", "state", "worry", "feeling", "language"), "x"
)


@app.post("/write")
def write() -> str:
    """Insert what a submission inserts."""
    words = request.form["words"].encode()
    with engine.begin() as connection:
        made = _view(connection, words)
        _beside(connection, made)
        _roll_up(connection)
        _tally(connection)
    return "ok"


def _view(connection: sa.Connection, words: bytes) -> str:
    made, today = new_id(), date.today()  # noqa: DTZ011 - only a value to insert
    row = {"id": made, "key_id": made, "receipt_mac": os.urandom(32), "words": words}
    more = {"received_on": today, "due_on": today, "asked_for_help": False, "tagged_by": "x"}
    connection.execute(sa.insert(tables.view).values(**row, **more, version=1, **PLAIN))
    step = {"view_id": made, "place": 0, "what": "received", "on": today, "detail": ""}
    connection.execute(sa.insert(tables.step).values(id=made, **step))
    return made


def _beside(connection: sa.Connection, made: str) -> None:
    themes = [{"view_id": made, "theme": f"t{n}", "score": 0.5, "picked": True} for n in range(2)]
    connection.execute(sa.insert(tables.suggestion), themes)
    mark = {"receipt_mac": os.urandom(32), "until": sa.func.now()}
    connection.execute(sa.insert(tables.once).values(**mark))


def _roll_up(connection: sa.Connection) -> None:
    roll = tables.rollup
    grown = connection.execute(sa.update(roll).values(n=roll.c.n + 1))
    if not grown.rowcount:
        names = "voice", "door", "band", "basis", "theme"
        first = {"day": date(2026, 1, 1), **dict.fromkeys(names, "x"), "n": 1}
        connection.execute(sa.insert(roll).values(**first))


def _tally(connection: sa.Connection) -> None:
    """An arrival has no line in the audit; it is counted."""
    tally = tables.tally
    grown = connection.execute(sa.update(tally).values(n=tally.c.n + 1))
    if not grown.rowcount:
        names = "half", "verb", "actor", "subject"
        first = {"day": date(2026, 1, 1), **dict.fromkeys(names, "x"), "n": 1}
        connection.execute(sa.insert(tally).values(**first))

"""B13 and B16: an audit that is harmed a thousand ways, and a master key that is turned."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import settings
import wiring
from bench.council_house import opened
from bench.figures import Proof
from bench.servers import environment, postgres_for
from core.working_days import london_day
from services.house import utc_now
from storage import migrations, tables
from storage.anchors import Anchors
from storage.audit import Audit, head_seal
from storage.checkup import anchored
from storage.store import Store

HARMS, LINES, KEYS = 1000, 60, 10_000
ENGINES = ("sqlite", "postgresql")


def b13(harms: int = HARMS) -> Proof:
    """An audit is harmed a thousand times, each in its own way; the first harmed line is named."""
    rng, named, hidden = random.Random(7), 0, 0
    with opened() as house, tempfile.TemporaryDirectory() as folder:
        store = house.store
        with store.transaction() as books:
            for n in range(LINES - books.audit.head()[0]):
                books.audit.append("2027-01-12 am", "door:web", "received", "", str(n))
            seq, head = books.audit.head()
        anchors = Anchors(Path(folder), store.secrets.audit)
        anchors.keep(seq, head, house.now())
        for verb in ("update", "delete"):
            with store.engine.begin() as connection:
                connection.exec_driver_sql(f"DROP TRIGGER audit_no_{verb}")
        for _ in range(harms):
            first = rng.choice(HARM)
            with _harmed(store, rng, first) as (line, verdict):
                named += verdict.bad_line == line
                hidden += verdict.holds
        rolled_back = _older_copy_is_found(store, anchors)
    figure = f"{named} of {harms} named at the line, {hidden} unseen; older copy {rolled_back}"
    fine = named == harms and not hidden and rolled_back == "found"
    return Proof("B13", "an audit changed, cut, reordered, forged or put back", figure, "all", fine)


Harm = Callable[[Any, random.Random], int]


def _change(connection: Any, rng: random.Random) -> int:
    line, column = rng.randint(1, LINES), rng.choice(("at", "actor", "verb", "subject", "detail"))
    mine = tables.audit.c.seq == line
    connection.execute(sa.update(tables.audit).where(mine).values({column: f"x{rng.random()}"}))
    return line


def _delete(connection: Any, rng: random.Random) -> int:
    line = rng.randint(1, LINES)
    connection.execute(sa.delete(tables.audit).where(tables.audit.c.seq == line))
    return line


def _cut(connection: Any, rng: random.Random) -> int:
    line = rng.randint(2, LINES)
    connection.execute(sa.delete(tables.audit).where(tables.audit.c.seq >= line))
    return line


def _swap(connection: Any, rng: random.Random) -> int:
    one, other = sorted(rng.sample(range(1, LINES + 1), 2))
    for line, to in ((one, -1), (other, one), (-1, other)):
        mine = tables.audit.c.seq == line
        connection.execute(sa.update(tables.audit).where(mine).values(seq=to))
    return one


def _forge(connection: Any, rng: random.Random) -> int:
    told_ = {"at": "now", "actor": "x", "verb": "read", "subject": "", "detail": ""}
    row = told_ | {"seq": LINES + 1, "mac": f"{rng.getrandbits(256):064x}"}
    connection.execute(sa.insert(tables.audit).values(row))
    return LINES + 1


HARM: tuple[Harm, ...] = (_change, _delete, _cut, _swap, _forge)


@contextmanager
def _harmed(store: Store, rng: random.Random, harm: Harm) -> Iterator[tuple[int, Any]]:
    """The audit harmed, verified in the same transaction, and whole again afterwards."""
    with store.engine.connect() as connection, connection.begin() as begun:
        line = harm(connection, rng)
        yield line, Audit(connection, store.secrets.audit).verify()
        begun.rollback()


def _older_copy_is_found(store: Store, anchors: Anchors) -> str:
    """The books as they were thirty lines ago, put back whole with a true end."""
    with store.engine.begin() as connection:
        line, column = LINES - 30, tables.audit.c
        mac = connection.execute(sa.select(column.mac).where(column.seq == line)).scalar_one()
        connection.execute(sa.delete(tables.audit).where(column.seq > line))
        sealed = {"seq": line, "mac": mac, "seal": head_seal(store.secrets.audit, line, mac)}
        connection.execute(sa.update(tables.audit_head).values(sealed))
    with store.reading() as books:
        blind = books.audit.verify().holds
        told_ = anchored(replace(store, anchors=anchors), books)
    return "found" if blind and told_ else "not found"


def b16(engine: str) -> Proof:
    """Ten thousand keys: the command is killed on its way three times, then goes to its end."""
    with tempfile.TemporaryDirectory() as name, postgres_for(engine) as server:
        env = environment(Path(name), engine, server)
        held = settings.load(env)
        migrations.upgrade(held.database_url, held.keys_url)
        store = wiring.build_house(held, wake=lambda: None).store
        keys = _filled(store)
        store.close()
        kills = sum(_killed(env, after) for after in (0.0, 0.02, 0.05))
        began = time.monotonic()
        done = subprocess.run(_command(), env=env, capture_output=True, check=False)
        took = time.monotonic() - began
        turned = settings.load(env)
        again = wiring.build_house(turned, wake=lambda: None).store
        lost = sum(again.vault.key(key_id) != key for key_id, key in keys.items())
        again.close()
    new = turned.secrets.master != held.secrets.master
    figure = (
        f"{lost} of {len(keys):,} lost, {kills} of 3 kills hit, last run {took:.1f} s, new: {new}"
    )
    fine = not lost and new and done.returncode == 0
    return Proof(
        "B16", f"a new master key with kill -9 on the way, {engine}", figure, "0 lost", fine
    )


def _filled(store: Store) -> dict[str, bytes]:
    """Ten thousand keys in the key store, by id."""
    today = london_day(utc_now())
    return dict(store.vault.take(today) for _ in range(KEYS))


def _command() -> list[str]:
    return [sys.executable, "-m", "storage", "rotate", "--anyway"]


def _killed(env: dict[str, str], after_s: float) -> bool:
    """Start the command and kill it once it has changed something; whether it was under way."""
    engine = sa.create_engine(
        env["HEARD_KEYS_URL"].replace("postgresql://", "postgresql+psycopg://")
    )
    before = _first_key(engine)
    running = subprocess.Popen(_command(), env=env, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while running.poll() is None and _first_key(engine) == before and time.monotonic() < until:
        time.sleep(0.005)
    time.sleep(after_s)
    hit = running.poll() is None
    if hit:
        os.kill(running.pid, signal.SIGKILL)
    running.wait()
    engine.dispose()
    return hit


def _first_key(engine: sa.Engine) -> bytes:
    """How the first of the keys lies in the store: it changes as the first of all."""
    column = tables.record_key.c
    with engine.connect() as connection:
        first = sa.select(column.wrapped).order_by(column.id).limit(1)
        return bytes(connection.execute(first).scalar_one())


ROWS: dict[str, list[Callable[[], Proof]]] = {
    "B13": [b13],
    "B16": [partial(b16, engine) for engine in ENGINES],
}

"""A4 among many: PostgreSQL is killed under sixteen who write, and SQLite's lock is kept long."""

import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import psycopg

import settings
from bench.crash import SENDERS, Sending, compare
from bench.faults import HELP, LONGEST_S
from bench.figures import Proof
from bench.servers import environment, gunicorn, postgres_for, running
from bench.slack_door import locked
from bench.visitor import Visitor
from storage import checkup
from storage.store import open_store
from tools.temporary_postgres import TemporaryPostgres

SENDINGS, KILLS = 480, 3
LOCKED_S = 30.0
# Transactions that have written something and are not over.
HALF_DONE = b"""
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL
"""


def killed_under_writers() -> Proof:
    """Killed three times with transactions half done: nothing acknowledged is lost, no halves."""
    with postgres_for("postgresql") as postgres, tempfile.TemporaryDirectory() as name:
        assert postgres is not None
        env = environment(Path(name), "postgresql", postgres)
        server = gunicorn("bench.wsgi:app", env, workers=2, threads=8, ready_at="/healthz")
        with running(server):
            sendings = [Sending(number, server.port) for number in range(SENDINGS)]
            with ThreadPoolExecutor(SENDERS) as pool:
                going = [pool.submit(sending.go) for sending in sendings]
                cut = [_kill_half_done(postgres, env, sendings, kill) for kill in range(KILLS)]
            for one in going:
                one.result()
        held = settings.load(env)
        store = open_store(held.database_url, held.keys_url, held.secrets, patience_s=10)
        lost, twice, troubles = compare(store, sendings)
        store.close()
    acked = sum(sending.code is not None for sending in sendings)
    faults, odd = sum(s.faults for s in sendings), sum(s.odd for s in sendings)
    return Proof(
        "A4",
        f"database killed {KILLS} times under {SENDERS} senders, postgresql",
        f"{cut} transactions seen half done just before; {acked} of {SENDINGS} acked, {lost} lost, "
        f"{twice} twice, {troubles} halves, {faults} answers of 503, {odd} of another kind",
        f"{SENDINGS} acked, 0 lost, 0 twice, 0 halves, 0 of another kind",
        acked == SENDINGS and not lost + twice + troubles + odd and all(cut),
    )


def _kill_half_done(
    postgres: TemporaryPostgres, env: dict[str, str], sendings: list[Sending], kill: int
) -> int:
    """Wait for a share of the sendings and for writers in the middle; how many were cut off."""
    until = time.monotonic() + 60
    share = (kill + 1) * SENDINGS // (KILLS + 1)
    seen = 0
    with psycopg.connect(env["HEARD_DATABASE_URL"], autocommit=True) as connection:
        while time.monotonic() < until:
            found = connection.execute(HALF_DONE).fetchone()
            seen = 0 if found is None else int(found[0])
            if seen and sum(s.code is not None for s in sendings) >= share:
                break
    postgres.kill()
    postgres.start()
    return seen


@dataclass(slots=True)
class Waiting:
    """Somebody who presses Send again and again until the words are kept."""

    number: int
    port: int
    during: threading.Event
    statuses: Counter[int] = field(default_factory=Counter)
    longest_s: float = 0.0
    bare: int = 0

    def go(self) -> None:
        """Send the same form until it is kept, for a minute and a half at most."""
        visitor, until = Visitor(self.port), time.monotonic() + 3 * LOCKED_S
        tokens = visitor.open_form()
        self.during.wait(until - time.monotonic())
        words = f"View number {self.number}: my worker rings me back."
        while not self.statuses[303] and time.monotonic() < until:
            begun = time.monotonic()
            try:
                form = {**tokens, "words": words, "age": "12-17"}
                status, page = visitor.ask("POST", "/write", form)
            except (OSError, HTTPException):
                status, page = 0, ""
            self.longest_s = max(self.longest_s, time.monotonic() - begun)
            self.statuses[status] += 1
            self.bare += status != 303 and not (words in page and HELP in page)
        visitor.hang_up()


def lock_held_long() -> Proof:
    """Another process has the write lock for half a minute, and sixteen go on sending."""
    with tempfile.TemporaryDirectory() as name:
        env = environment(Path(name), "sqlite", None)
        server = gunicorn("bench.wsgi:app", env, workers=2, threads=8, ready_at="/healthz")
        with running(server), ThreadPoolExecutor(SENDERS) as pool:
            begin = threading.Event()
            people = [Waiting(number, server.port, begin) for number in range(SENDERS)]
            going = [pool.submit(one.go) for one in people]
            time.sleep(2)
            with locked(env["HEARD_DATABASE_URL"], LOCKED_S):
                begin.set()
            let_go = time.monotonic()
            for one in going:
                one.result()
            took = time.monotonic() - let_go
        held = settings.load(env)
        store = open_store(held.database_url, held.keys_url, held.secrets, patience_s=10)
        found = checkup.check(store)
        store.close()
    return _told(people, took, found)


def _told(people: list[Waiting], took: float, found: checkup.Checkup) -> Proof:
    statuses = sum((one.statuses for one in people), Counter[int]())
    longest, bare = max(one.longest_s for one in people), sum(one.bare for one in people)
    return Proof(
        "A4",
        f"write lock held {LOCKED_S:.0f} s, {SENDERS} senders, sqlite",
        f"{statuses[503]} answers of 503, the slowest {longest:.1f} s, {bare} without the words or "
        f"a help line; {found.views} of {SENDERS} kept, the last {took:.1f} s after the lock went, "
        f"{len(found.troubles)} halves",
        f"each within {LONGEST_S:.0f} s, 0 without words, {SENDERS} kept once, 0 halves",
        set(statuses) <= {503, 303}
        and statuses[503] > 0
        and longest < LONGEST_S
        and not bare
        and statuses[303] == found.views == SENDERS
        and not found.troubles,
    )


SIEGES = (killed_under_writers, lock_held_long)

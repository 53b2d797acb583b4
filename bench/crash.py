"""A1 and A2: many send at once, and the server is killed while they do."""

import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import settings
from bench.figures import Proof
from bench.servers import Server, environment, gunicorn, postgres_for
from bench.visitor import Visitor
from storage import checkup
from storage.store import Store, open_store

SENDERS, SENDINGS, KILLS = 16, 1000, 3
CROWD, CROWD_EACH = 64, 1000
PATIENCE_S = 60.0


@contextmanager
def heard(engine: str, *, threads: int) -> Iterator[tuple[Server, Callable[[], Store]]]:
    """A running Heard with two workers, and a way to open its books beside it."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        env = environment(Path(name), engine, postgres)
        server = gunicorn("bench.wsgi:app", env, workers=2, threads=threads, ready_at="/healthz")
        server.start()

        def books() -> Store:
            held = settings.load(env)
            return open_store(held.database_url, held.keys_url, held.secrets, patience_s=10)

        try:
            yield server, books
        finally:
            server.kill()


class Sending:
    """One view on its way: the same form is sent again until it is acknowledged."""

    def __init__(self, number: int, port: int) -> None:
        self.words = f"View number {number}: my worker rings me back."
        self.visitor = Visitor(port)
        self.tokens: dict[str, str] = {}
        self.code: str | None = None
        self.faults = 0
        self.odd = 0
        self.tries = 0

    def go(self) -> None:
        """Send until the code is there, for a minute at most."""
        until = time.monotonic() + PATIENCE_S
        while self.code is None and time.monotonic() < until:
            try:
                self._try()
            except (OSError, HTTPException):
                time.sleep(0.1)
        self.visitor.hang_up()

    def _try(self) -> None:
        self.tokens = self.tokens or self.visitor.open_form()
        self.tries += 1
        status = self.visitor.send(self.tokens, self.words)
        self.faults += status >= 500
        self.odd += status >= 500 and status != 503
        if status == 303:
            self.code = self.visitor.code()

    def again(self) -> bool:
        """Whether the same form, sent once more, gives the same code."""
        status = self.visitor.send(self.tokens, self.words)
        return status == 303 and self.visitor.code() == self.code


def a1(engine: str) -> Proof:
    """Kill -9 three times among 1,000 sendings; nothing acknowledged is lost or kept twice."""
    with heard(engine, threads=8) as (server, books):
        sendings = [Sending(number, server.port) for number in range(SENDINGS)]
        done = threading.Event()
        killer = threading.Thread(target=_kill_on_the_way, args=(server, sendings, done))
        killer.start()
        with ThreadPoolExecutor(SENDERS) as pool:
            list(pool.map(Sending.go, sendings))
        done.set()
        killer.join()
        same = sum(sending.again() for sending in sendings[:: SENDINGS // 100])
        store = books()
        lost, twice, troubles = compare(store, sendings)
        store.close()
    acked = sum(sending.code is not None for sending in sendings)
    retried = sum(sending.tries > 1 for sending in sendings)
    faults = sum(sending.faults for sending in sendings)
    return Proof(
        "A1",
        f"kill -9 x {KILLS} in {SENDINGS} sendings, {engine}",
        f"{acked} acked, {lost} lost, {twice} twice, {troubles} orphans, {retried} sent again, "
        f"{same}/100 same code, {faults} answers of 500 or more",
        "1000 acked, 0 lost, 0 twice, 0 orphans, 100/100 same code, 0 of 500 or more",
        acked == SENDINGS and not lost + twice + troubles + faults and same == 100,
    )


def _kill_on_the_way(server: Server, sendings: list[Sending], done: threading.Event) -> None:
    for kill in range(1, KILLS + 1):
        while not done.is_set():
            if sum(s.code is not None for s in sendings) >= kill * SENDINGS // (KILLS + 1):
                break
            time.sleep(0.01)
        server.kill()
        server.start()


def compare(store: Store, sendings: list[Sending]) -> tuple[int, int, int]:
    """Lost, kept twice, and what a check-up finds wrong."""
    found = checkup.check(store)
    with store.reading() as books:
        kept = Counter(books.views.words(view)[0] for view in books.views.waiting())
        lost = sum(
            books.views.find_by_receipt(s.code) is None for s in sendings if s.code is not None
        )
    return lost, sum(count - 1 for count in kept.values()), len(found.troubles)


def a2(engine: str) -> Proof:
    """64 send at the same time, 1,000 each: no error, no code given twice, the counts hold."""
    with heard(engine, threads=32) as (server, books):
        begun = time.monotonic()
        with ThreadPoolExecutor(CROWD) as pool:
            told = sum(pool.map(lambda _: _many(server.port), range(CROWD)), Counter[int]())
        took = time.monotonic() - begun
        store = books()
        with store.reading() as ledgers:
            same = ledgers.rollup.total() == ledgers.rollup.recount()
            kept = sum(n for cell, n in ledgers.rollup.total().items() if cell.basis == "received")
        store.close()
    sent, good = sum(told.values()), told[303]
    return Proof(
        "A2",
        f"{CROWD} at once x {CROWD_EACH}, {engine}",
        f"{sent - good} errors, {good - kept} codes given twice, roll-up equals recount: {same}, "
        f"{good / took:.0f} a second",
        "0 errors, 0 twice, equal",
        sent == good == kept == CROWD * CROWD_EACH and same,
    )


def _many(port: int) -> Counter[int]:
    visitor = Visitor(port)
    tokens = visitor.open_form()
    tokens.pop("key")  # without it every sending is a form of its own
    told: Counter[int] = Counter()
    for number in range(CROWD_EACH):
        try:
            told[visitor.send(tokens, f"Number {number}. My worker rings me back.")] += 1
        except (OSError, HTTPException):
            told[0] += 1
    return told

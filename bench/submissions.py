"""E1: submissions a second through the real form, beside a bare route with the same inserts."""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

from bench.figures import Speed, percentile
from bench.servers import environment, gunicorn, postgres_for, running
from bench.visitor import Visitor
from tools.temporary_postgres import TemporaryPostgres

CONNECTIONS, WIDE, EACH = 16, 64, 150
THREADS = 4  # a worker; as docs/running.md says
WORDS = (
    "My social worker changed again and nobody told me. I want to see my brother more, and "
    "school is going better since I moved."
)


def _many(port: int, path_has_form: bool) -> tuple[list[float], int]:
    """Seconds of each sending on one connection, and how many went wrong."""
    visitor = Visitor(port)
    tokens = visitor.open_form() if path_has_form else {}
    tokens.pop("key", None)
    took, wrong = [], 0
    for number in range(EACH):
        begun = time.perf_counter()
        try:
            wrong += visitor.send(tokens, f"{WORDS} {number}") not in (200, 303)
        except (OSError, HTTPException):
            wrong += 1
        took.append(time.perf_counter() - begun)
    return took, wrong


def _burst(port: int, connections: int, *, form: bool) -> tuple[float, float, int]:
    """Sendings a second, the 99th percentile in milliseconds, and how many went wrong."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        told = list(pool.map(lambda _: _many(port, form), range(connections)))
    whole = time.perf_counter() - begun
    took = [seconds for one, _ in told for seconds in one]
    wrong = sum(count for _, count in told)
    return len(took) / whole, 1000 * percentile(took, 0.99), wrong


def e1(engine: str) -> list[Speed]:
    """Three figures for one engine: a burst of 16, a crowd of 64, and one at a time."""
    with postgres_for(engine) as postgres:
        floor = _measure("bench.floor:app", engine, postgres, CONNECTIONS, form=False)
        rate, p99, wrong = _measure("bench.wsgi:app", engine, postgres, CONNECTIONS, form=True)
        _, _, crowd_wrong = _measure("bench.wsgi:app", engine, postgres, WIDE, form=True)
        alone, _, _ = _measure("bench.wsgi:app", engine, postgres, 1, form=True)
    wrong += crowd_wrong
    n = CONNECTIONS * EACH
    told = f"submissions through the form, 2 workers, {CONNECTIONS} connections, {engine}"
    goal = "ratio >= 0.5"
    crowd = f"errors at {WIDE} connections, {engine}"
    mean = 1000 / alone
    return [
        Speed("E1", told, rate, "1/s", floor[0], goal, rate >= floor[0] / 2, n),
        Speed("E1", f"the same, p99, {engine}", p99, "ms", floor[1], "<= 100", p99 <= 100, n),
        Speed("E1", crowd, wrong, "errors", None, "0", wrong == 0, WIDE * EACH),
        Speed("E1", f"one at a time, mean, {engine}", mean, "ms", None, "<= 80", mean <= 80, EACH),
    ]


def _measure(
    app: str, engine: str, postgres: TemporaryPostgres | None, connections: int, *, form: bool
) -> tuple[float, float, int]:
    with tempfile.TemporaryDirectory() as name:
        env = environment(Path(name), engine, postgres)
        at = "/healthz" if form else "/nothing"
        with running(gunicorn(app, env, workers=2, threads=THREADS, ready_at=at)) as server:
            _burst(server.port, 2, form=form)  # warm
            return _burst(server.port, connections, form=form)

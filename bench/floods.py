"""B14: a flood is slowed with a page a person can read, and a school behind one address is not."""

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Proof
from bench.servers import Server, environment, gunicorn, postgres_for, running
from bench.visitor import Visitor

YOUNG_PEOPLE, QUESTIONS = 60, 12
FLOOD, PLACES = 1_000, 1_000
HANDS, WORKERS = 16, 2
PLAIN = "Too many people are sending just now"


@contextmanager
def _door(engine: str) -> Iterator[Server]:
    """Two processes on one set of books, with their brakes on and behind a proxy.

    Each counts for itself, as they do where nobody set HEARD_LIMITS_URL: so the caps are twice.
    """
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        env = environment(Path(name), engine, postgres) | {"HEARD_PROXIES": "1"}
        server = gunicorn("wsgi:app", env, workers=WORKERS, threads=4, ready_at="/healthz")
        with running(server):
            yield server


def _from(server: Server, address: str) -> Visitor:
    return Visitor(server.port, headers={"X-Forwarded-For": address})


def _young_person(server: Server, number: int) -> Counter[int]:
    """Opens the first page, answers a dozen questions, sends, and sees the code; what came."""
    browser = _from(server, "192.0.2.1")
    told = Counter([browser.ask("GET", "/")[0]])
    token = {"csrf_token": browser.open_form().get("csrf_token", "")}
    for do in ("begin", *["answer"] * QUESTIONS):
        told[browser.ask("POST", "/", {**token, "do": do, "step": "age", "move": "next"})[0]] += 1
        told[browser.ask("GET", "/")[0]] += 1
    told[browser.send(browser.open_form(), f"number {number}")] += 1
    told[200 if browser.code() else 0] += 1
    return told


def b14_school(engine: str) -> Proof:
    """Sixty young people of one address, six at a time, as fast as they can: who was kept out."""
    with _door(engine) as server:
        began = time.monotonic()
        with ThreadPoolExecutor(6) as pool:
            going = [pool.submit(_young_person, server, n) for n in range(YOUNG_PEOPLE)]
            told = sum((one.result() for one in going), Counter[int]())
        took = time.monotonic() - began
    blocked = sum(n for status, n in told.items() if status not in {200, 203, 303})
    return Proof(
        "B14",
        f"{YOUNG_PEOPLE} young people behind one address, each {QUESTIONS} answers and a sending, "
        f"{WORKERS} processes, {engine}",
        f"{blocked} of {told.total()} requests kept out, all done in {took:.0f} s",
        "0 kept out, within 600 s",
        not blocked and took < 600,
    )


def b14_flood(engine: str) -> Proof:
    """A thousand sendings from one address: how many were kept, and what the others read."""
    with _door(engine) as server:
        told, plain, took = _flood(server, ["192.0.2.1"] * FLOOD)
        elsewhere = _from(server, "192.0.2.9")
        other = elsewhere.send(elsewhere.open_form(), "from somewhere else")
    most = WORKERS * 120 * (1 + int(took // 60) + 1)
    return Proof(
        "B14",
        f"{FLOOD} sendings from one address in {took:.0f} s, {WORKERS} processes, {engine}",
        f"{told[303]} kept, {told[429]} answered 429, {plain} of them in plain words; "
        f"somebody else was answered {other}",
        f"at most {most} kept, every 429 in plain words, somebody else let in (303)",
        told[303] <= most and told[429] > 0 and plain == told[429] and other == 303,
    )


def b14_many(engine: str) -> Proof:
    """A thousand addresses, twice each: the door keeps what its brake for everybody lets in."""
    places = [f"198.51.{n // 250}.{n % 250}" for n in range(PLACES)] * 2
    with _door(engine) as server:
        told, plain, took = _flood(server, places)
    most = WORKERS * 600 * (1 + int(took // 60) + 1)
    return Proof(
        "B14",
        f"{len(places):,} sendings from {PLACES:,} addresses in {took:.0f} s, "
        f"{WORKERS} processes, {engine}",
        f"{told[303]} kept, {told[429]} answered 429, {plain} of them in plain words",
        f"at most {most} kept, every 429 in plain words",
        told[303] <= most and plain == told[429] and told.total() == len(places),
    )


def _flood(server: Server, places: list[str]) -> tuple[Counter[int], int, float]:
    """Send from each place in turn, sixteen at a time; statuses, plain pages, seconds."""
    tokens = _from(server, "203.0.113.1")
    fields = tokens.open_form()
    began = time.monotonic()

    def send(numbered: tuple[int, str]) -> tuple[int, bool]:
        number, place = numbered
        browser = Visitor(server.port, dict(tokens.cookies), {"X-Forwarded-For": place})
        form = {**fields, "words": f"flood {number}"}
        status, page = browser.ask("POST", "/write", form)
        browser.hang_up()
        return status, PLAIN in page or "Please wait one minute" in page

    with ThreadPoolExecutor(HANDS) as pool:
        found = list(pool.map(send, enumerate(places)))
    told = Counter(status for status, _ in found)
    plain = sum(said for status, said in found if status == 429)
    return told, plain, time.monotonic() - began

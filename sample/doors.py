"""Starts the web and the clock as processes of their own, watches them, and stops both."""

import errno
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from core.stopping import Stop

ROOMS = ("web", "clock")
PATIENCE_S = 10.0
LOOK_EVERY_S = 0.2


class PortTaken(Exception):
    """Something else answers on that port."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is taken on this machine. Choose another, for example:\n"
            f"  make run PORT={port + 1}"
        )


class DidNotStart(Exception):
    """A door closed again, or the web never answered."""


def check_port(host: str, port: int) -> None:
    """Pass if nobody answers there; raise PortTaken where somebody does."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken(port) from error
            raise


class Doors:
    """The web and the clock, open inside a `with` block."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        for room in ROOMS:
            # A session of its own: Ctrl-C reaches us alone, and we stop both in order.
            self._processes[room] = subprocess.Popen(  # noqa: S603 - our own rooms
                [sys.executable, "-m", room],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in self._processes.values():
            process.terminate()
        until = time.monotonic() + PATIENCE_S
        for process in self._processes.values():
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def closed(self) -> str | None:
        """The name of a door that is no longer open, if there is one."""
        return next(
            (r for r, process in self._processes.items() if process.poll() is not None), None
        )

    def wait_until_open(self, host: str, port: int, stop: Stop, most_s: float) -> None:
        """Come back when the web answers, or when `stop` is set; else raise DidNotStart."""
        until = time.monotonic() + most_s
        while not stop.is_set():
            gone = self.closed()
            if gone is not None:
                raise DidNotStart(f"The {gone} did not start: see above.")
            if _answers(host, port):
                return
            if time.monotonic() > until:
                raise DidNotStart(f"The web did not answer within {most_s:.0f} seconds.")
            stop.wait(LOOK_EVERY_S)

    def stay(self, stop: Stop) -> None:
        """Come back when `stop` is set; raise DidNotStart where a door closes by itself."""
        while not stop.wait(1.0):
            gone = self.closed()
            if gone is not None:
                raise DidNotStart(f"The {gone} has stopped: see above.")


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False

"""Serves the HTTP door with waitress, and ends without dropping an answer half said."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import waitress
from waitress import wasyncore

from bot.http import LARGEST_BODY

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

POLL_S = 0.1
LAST_ROUNDS, LAST_POLL_S = 20, 0.01
# Words on their way wait in memory and never in a temporary file; nobody waits behind 63 others.
OPTIONS: dict[str, Any] = {
    "threads": 64,
    "ident": None,
    "max_request_body_size": 2 * LARGEST_BODY,
    "inbuf_overflow": 3 * LARGEST_BODY,
    "outbuf_overflow": 3 * LARGEST_BODY,
    "channel_timeout": 60,
}


class Server:
    """The door on a port; port 0 takes any free one."""

    def __init__(self, door: "WSGIApplication", host: str, port: int) -> None:
        self._lines: dict[int, Any] = {}
        self._server = waitress.create_server(
            door, map=self._lines, host=host, port=port, **OPTIONS
        )

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.effective_port)

    def answer_until(self, told: Callable[[], bool]) -> None:
        """Answer requests until told to stop, then finish those that were begun."""
        while not told():
            wasyncore.loop(timeout=POLL_S, use_poll=True, map=self._lines, count=1)
        self._server.task_dispatcher.shutdown()
        wasyncore.loop(timeout=LAST_POLL_S, use_poll=True, map=self._lines, count=LAST_ROUNDS)
        wasyncore.close_all(self._lines)

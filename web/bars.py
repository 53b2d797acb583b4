"""The bars at the top of every page: this is a sample; our messages are late."""

import threading
import time

from flask import Flask

from core.council import Council, HelpLine
from services import health
from web.door import Hanging, house

SECONDS = 10.0


class _Pulse:
    """Whether the clock beats, asked of the services at most once in ten seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until = 0.0
        self._late = False

    def is_late(self) -> bool:
        """True where the clock stands still, so that notices go out late."""
        with self._lock:
            if time.monotonic() < self._until:
                return self._late
            self._until = time.monotonic() + SECONDS
        self._late = not health.look(house()).clock_alive
        return self._late


def fit(app: Flask, _: Hanging) -> None:
    """Let every template know the council, its help lines and the bars."""
    pulse = _Pulse()

    def known_everywhere() -> dict[str, object]:
        council = house().council
        return {"council": council, "help_lines": _help_lines(council), "late": pulse.is_late()}

    app.context_processor(known_everywhere)


def _help_lines(council: Council) -> tuple[HelpLine, ...]:
    return council.help_lines

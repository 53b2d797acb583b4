"""The bars at the top of pages: a sample; our messages are late; at the desk, cues alone read."""

import threading
import time

from flask import Flask

from core.council import Council, HelpLine
from services import health
from web.door import Hanging, house

SECONDS = 10.0


class _Pulse:
    """How Heard is, asked of the services at most once in ten seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until = 0.0
        self._last = health.Health(database=True, clock_beat_age_s=0.0)

    def feel(self) -> health.Health:
        """How it is now or was a few seconds ago."""
        with self._lock:
            if time.monotonic() < self._until:
                return self._last
            self._until = time.monotonic() + SECONDS
        self._last = health.look(house())
        return self._last


def fit(app: Flask, _: Hanging) -> None:
    """Let every template know the council, its help lines and the bars."""
    pulse = _Pulse()

    def known_everywhere() -> dict[str, object]:
        council = house().council
        now = pulse.feel()
        return {
            "council": council,
            "retention": house().retention(),
            "help_lines": _help_lines(council),
            "late": not now.clock_alive,
            "cues_alone": now.cues_alone and now.clock_alive,
        }

    app.context_processor(known_everywhere)


def _help_lines(council: Council) -> tuple[HelpLine, ...]:
    return council.help_lines

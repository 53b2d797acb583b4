"""Slack waits three seconds. What takes longer is answered without, in 2.5."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as OutOfTime
from typing import TypeVar

from core.errors import NotSaved

PATIENCE_S, SOON_S = 2.5, 1.0
HANDS = 64
Told = TypeVar("Told")


class Hands:
    """Threads that do a verb's work while the listener keeps the time."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=HANDS, thread_name_prefix="slack")

    def ask(self, verb: Callable[[], Told], otherwise: Told) -> Told:
        """What the verb says within a second, or what we can say without it."""
        started = self._pool.submit(verb)
        try:
            return started.result(timeout=SOON_S)
        except OutOfTime:
            started.cancel()
            return otherwise

    def later(self, verb: Callable[[], None]) -> None:
        """Do it after Slack has its answer; the verb says itself what came of it."""
        self._pool.submit(verb)

    def do(self, verb: Callable[[], Told]) -> Told:
        """What the verb says, or NotSaved when it has not answered in time.

        Rationale: should the words be stored after all, pressing Send again is the same send
        (the view id) and shows the first receipt.
        """
        started = self._pool.submit(verb)
        try:
            return started.result(timeout=PATIENCE_S)
        except OutOfTime:
            started.cancel()
            raise NotSaved from None

"""Slack waits three seconds. What takes longer is answered without, in 2.5."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as OutOfTime
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.errors import NotSaved

PATIENCE_S, SOON_S = 2.5, 1.5
HANDS = 64
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Begun(Generic[Told]):
    """Something that was begun, and what we say without it."""

    future: Future[Told]
    otherwise: Told
    until: float

    def told(self) -> Told:
        """What it says, or what we can say without it when its time is over."""
        try:
            return self.future.result(timeout=max(0.0, self.until - time.monotonic()))
        except OutOfTime:
            self.future.cancel()
            return self.otherwise


class Hands:
    """Threads that do a verb's work while the listener keeps the time."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=HANDS, thread_name_prefix="slack")

    def begin(self, verb: Callable[[], Told], otherwise: Told) -> Begun[Told]:
        """Begin it now; several that are begun together are done together."""
        return Begun(self._pool.submit(verb), otherwise, time.monotonic() + SOON_S)

    def ask(self, verb: Callable[[], Told], otherwise: Told) -> Told:
        """What the verb says in a second and a half, or what we can say without it."""
        return self.begin(verb, otherwise).told()

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

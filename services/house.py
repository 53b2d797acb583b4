"""What every verb needs: the books, the tagger, the rules and the clock on the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.council import Council, Rules
from core.ports import Tagger
from storage.store import Store


def _nobody() -> None:
    """Wake nobody: the clock's own schedule sweeps what is due."""


@dataclass(frozen=True, slots=True)
class House:
    """Handed to every verb by the door that was wired in its main.

    Args:
        now: the current moment in UTC, timezone-aware.
        wake: called after a commit that put something in the outbox.
    """

    store: Store
    tagger: Tagger
    council: Council
    rules: Rules
    now: Callable[[], datetime]
    wake: Callable[[], None] = _nobody

"""What officers may edit and every page needs, read once and kept until somebody changes it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from core.errors import HeardError
from core.settled import Rows
from core.themes import SHIPPED, ThemeList
from core.watchwords import SHIPPED as AS_SHIPPED
from core.watchwords import Watchwords
from storage.store import Books, Store

FRESH_S = 1.0


@dataclass(frozen=True, slots=True)
class Kept:
    """One edition of what officers edit: themes, rows of settings by name, words that worry."""

    edition: int
    themes: ThemeList
    rows: Rows = field(default_factory=dict)
    watchwords: Watchwords = AS_SHIPPED


@dataclass(frozen=True, slots=True)
class _Shelved:
    store: Store | None
    kept: Kept
    until: float


NOTHING = _Shelved(None, Kept(0, SHIPPED), 0.0)


class Shelf:
    """Holds the newest edition. Once a second one caller looks whether there is a newer one.

    Rationale: every page needs the themes and the council's words, and a change at the desk must
    reach the doors, the bot and the clock within seconds, with no word between the processes.
    While the books cannot be read, what was read last stands: pages that say so need it too.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._looking = threading.Lock()
        self._shelved = NOTHING

    def kept(self, store: Store) -> Kept:
        """The newest edition, at most a second old."""
        shelved = self._shelved
        known = shelved.store is store
        if known and self._seconds() < shelved.until:
            return shelved.kept
        if not self._looking.acquire(blocking=not known):
            return shelved.kept
        try:
            self._look(store)
            return self._shelved.kept
        finally:
            self._looking.release()

    def forget(self) -> None:
        """Look again at the next call: this process has just changed something."""
        self._shelved = _Shelved(self._shelved.store, self._shelved.kept, 0.0)

    def _look(self, store: Store) -> None:
        shelved = self._shelved
        last = shelved.kept if shelved.store is store else NOTHING.kept
        try:
            with store.reading() as books:
                kept = last if books.catalogue.edition() == last.edition else _read(books)
        except HeardError:
            kept = last
        self._shelved = _Shelved(store, kept, self._seconds() + FRESH_S)


def _read(books: Books) -> Kept:
    edition = books.catalogue.edition()
    rows = {row.name: row.held for row in books.settings.all()}
    return Kept(edition, books.catalogue.themes(), rows, books.watchwords.live())

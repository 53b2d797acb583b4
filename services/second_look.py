"""The second look: soon after words came in, the full reader reads what only the quick one has.

A door tags with cue words while somebody waits at Send; the clock comes with the trained tagger.
It may suggest other themes and raise a worry. It never lowers one and never touches a decision.
"""

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from core.facts import Suggestions, Worry
from core.ports import Reader
from services import tallying, watchwords
from services.alerts import raise_alert
from services.house import House
from services.machine import ORDER, suggest_safely, worse
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

TOLD = (Worry.CONCERN, Worry.URGENT)


class _End(Enum):
    """How the look at one view ended."""

    READ = auto()
    RAISED = auto()
    FAILED = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class Looked:
    """What one round did: views read, of these alerts raised, and views the reader failed at."""

    read: int = 0
    raised: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """A view and all of its words: those of the form, and those that came later."""

    view: View
    first: str
    later: tuple[str, ...]


def look_again(house: House, reader: Reader, most: int) -> Looked:
    """Have the reader read up to `most` open views that it has not read. Twice is harmless.

    Each view is kept in a transaction of its own, and read outside any: nobody at Send waits for
    it. What cannot be opened is passed over for good; where the reader fails it is tried again.
    """
    return _look_at(house, reader, most, past=False)


def look_back(house: House, reader: Reader, most: int) -> Looked:
    """The same for every view, answered ones too: after the machine has learned, when asked for."""
    return _look_at(house, reader, most, past=True)


def _look_at(house: House, reader: Reader, most: int, *, past: bool) -> Looked:
    watchwords.take_up(house, reader)
    with house.store.reading() as books:
        method = reader.method
        waiting = books.readings.lacking(method, most, past=past)
    ends = Counter(_look(house, reader, method, view_id) for view_id in waiting)
    if ends[_End.RAISED]:
        house.wake()
    return Looked(ends[_End.READ] + ends[_End.RAISED], ends[_End.RAISED], ends[_End.FAILED])


def _look(house: House, reader: Reader, method: str, view_id: str) -> _End:
    try:
        said = _open(house, view_id)
        if said is None:
            return _End.LEFT
        read = house.themes().read
        seen = [read(suggest_safely(reader, text)) for text in (said.first, *said.later)]
        if any(one.method != method for one in seen):
            return _End.FAILED
        return _keep(house, method, said, seen)
    except KeyGone:
        with house.store.transaction() as books:
            books.readings.tick_off(view_id, method)
        return _End.LEFT


def _open(house: House, view_id: str) -> _Said | None:
    with house.store.reading() as books:
        view = books.views.find(view_id)
        if view is None:
            return None
        words, details = books.views.words(view)
        messages = books.threads.messages(view)
        later = (*books.threads.additions(view), *(m.words for m in messages if not m.from_us))
    return _Said(view, "\n".join((words, *(text for _, text in details))), later)


def _keep(house: House, method: str, said: _Said, seen: list[Suggestions]) -> _End:
    """Keep what was seen, unless the view moved on while it was read: the next round takes it."""
    worst = max(seen, key=lambda one: ORDER.index(one.worry))
    with house.store.transaction() as books:
        view = books.views.find(said.view.id, hold=True)
        if view is None or view.version != said.view.version:
            return _End.LEFT
        if not books.readings.lacks(view.id, method):
            return _End.LEFT
        if not books.themes.decisions(view.id):
            books.readings.suggest_anew(view, seen[0])
            books.themes.suggest(view.id, seen[0])
        raised = _heed(house, books, view, worst)
        books.readings.tick_off(view.id, method)
        tallying.count(house, books, "clock", "looked again", method)
    return _End.RAISED if raised else _End.READ


def _heed(house: House, books: Books, view: View, worst: Suggestions) -> bool:
    """Let the worry rise, never fall; whether somebody has to be told who was not told before."""
    worry = worse(view.worry, worst.worry)
    signal = worst.signal if worry is worst.worry else None
    books.readings.heed(view.id, worry, signal or view.signal)
    told = worry is not view.worry and worry in TOLD and not view.asked_for_help
    if told:
        raise_alert(house, books, view.id, view.voice, worry, asked=False)
    return told

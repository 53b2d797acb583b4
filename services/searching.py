"""Searches in the words, which stay sealed: by sketches, and by opening what has none yet."""

from dataclasses import dataclass, replace

from core.attention import REASON_HOLDS
from core.curiosity import Notice
from core.duties import READS_WORDS, must_hold
from core.errors import HeardError
from core.facts import Officer
from core.inbox import Sieve
from core.search import stems, wanted
from core.stories import QueueLine
from services.desk import PAGE, asked, named
from services.house import House, naive_utc
from services.machine import suggest_safely
from services.watch import notice
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

# A name is tried in places where a name would stand.
FRAMES = ("I live with {} now.", "Yesterday {} came to see me.")


class NothingToFind(HeardError):
    """Nothing was typed that could be found."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Type a word of two letters or more.")


class NameNeedsReason(HeardError):
    """Somebody is looked for by name, and no reason was given."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "That looks like somebody's name. Say why you look for them. "
            "The safeguarding lead is told."
        )


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found, in the order of the inbox.

    Args:
        closed: how many of all are closed already.
    """

    lines: tuple[QueueLine, ...]
    total: int
    closed: int
    page: int
    pages: int


def looks_like_a_name(house: House, typed: str) -> bool:
    """Whether one of these words is somebody's name, as far as a machine knows."""
    framed = (frame.format(word.title()) for word in typed.split() for frame in FRAMES)
    return any(
        any(detail.type == "PERSON" for detail in suggest_safely(house.tagger, text).personal)
        for text in framed
    )


def search(house: House, officer: Officer, typed: str, *, reason: str = "") -> Found:
    """The views in which all of these words stand, in any order, whatever their endings.

    Every search is in the audit, without its words. One for a name is noticed, and told.

    Raises:
        NothingToFind, NameNeedsReason: nothing was looked for.
    """
    must_hold(officer, READS_WORDS)
    by_name = looks_like_a_name(house, typed)
    if by_name and not reason.strip():
        raise NameNeedsReason
    found = turn_to(house, officer, typed, 1)
    with house.store.transaction() as books:
        if by_name:
            notice(house, books, officer, Notice.NAME, words=f"{typed}\n{reason.strip()}")
        detail = f"{found.total} found{', a name' if by_name else ''}"
        books.audit.append(house.now().isoformat(), officer.id, "searched", "", detail)
    house.wake()
    return found


def turn_to(house: House, officer: Officer, typed: str, page: int) -> Found:
    """Another page of a search that was noted already. Who opens what it shows is asked why.

    Raises:
        NothingToFind: nothing was looked for.
    """
    must_hold(officer, READS_WORDS)
    sought = wanted(typed)
    if not sought:
        raise NothingToFind
    with house.store.reading() as books:
        found = _found(house, books, officer, _keys(house, books, sought), page)
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        shown = [line.view_id for line in found.lines]
        books.openings.found(shown, officer.id, now, now + REASON_HOLDS)
    return found


def _keys(house: House, books: Books, sought: tuple[str, ...]) -> frozenset[str]:
    """The keys of the views that hold these stems."""
    stale = books.searchable.stale_keys()
    sketched = set(house.store.holding(sought)) - stale
    opened = (key for key, text in books.searchable.texts() if stems(text) >= set(sought))
    return frozenset({*sketched, *opened})


def _found(house: House, books: Books, officer: Officer, keys: frozenset[str], page: int) -> Found:
    everything = replace(asked(house, books, officer, Sieve()), keys=keys, closed_too=True)
    total = books.inbox.count(everything)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    lines = books.inbox.page(everything, PAGE, (page - 1) * PAGE)
    waiting = books.inbox.count(replace(everything, closed_too=False))
    return Found(named(house, lines), total, total - waiting, page, pages)


def draw_sketches(house: House, most: int) -> int:
    """Draw the sketches of up to `most` views whose words are newer; how many there were.

    The clock calls it. Twice is harmless: a sketch that was drawn again is as good.
    """
    with house.store.reading() as books:
        waiting = books.searchable.lacking(most)
        read = [view for view in map(books.views.find, waiting) if view is not None]
        texts = {view.id: _all_words(books, view) for view in read}
    keys = {view.key_id: stems(texts[view.id]) for view in read}
    if keys:
        house.store.draw(keys)
        with house.store.transaction() as books:
            for view in read:
                books.searchable.drawn(view.id, view.version)
    return len(waiting)


def _all_words(books: Books, view: View) -> str:
    """Everything that was said in and about a view; nothing where its key is gone."""
    try:
        words, details = books.views.words(view)
        said = (message.words for message in books.threads.messages(view))
        later = (*books.threads.additions(view), *said)
    except KeyGone:
        return ""
    return "\n".join((words, *(text for _, text in details), *later))

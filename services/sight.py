"""Who may know of which view. Every verb that lists, counts, opens, searches or exports asks here.

Rationale: whoever is named or described in a view must not read it, count it, or learn that it is
there. What was not matched with the register yet is held from everybody who came onto it since.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from core.duties import READS_WORDS
from core.errors import CannotReach, NotFound
from core.facts import Officer
from core.naming import Register
from core.subjects import Match
from core.working_days import london_day
from services.house import House
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

LOOK_AGAIN_AFTER_S = 2.0


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a text names, by the register of that version; 0 where it could not be read."""

    matches: tuple[Match, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """The register of one store as this process last read it."""

    place: str
    at_s: float
    register: Register


_last: list[_Known] = []  # one at most: a process has one store


def hidden_from(books: Books, officer: Officer) -> frozenset[str]:
    """The ids of every view that this officer may not know of. Cheap: two indexed questions."""
    return books.sight.hidden_from([officer.id])


def must_see(books: Books, officer: Officer, view_id: str) -> None:
    """Pass an officer who may know of this view; NotFound, as for one that is not there."""
    if books.sight.is_hidden(view_id, officer.id):
        raise NotFound


def find(books: Books, view_id: str, officer: Officer) -> View:
    """The view, held until the commit, or NotFound: not there and not yours look the same."""
    must_see(books, officer, view_id)
    view = books.views.find(view_id, hold=True)
    if view is None:
        raise NotFound
    return view


def counted_nowhere(books: Books) -> frozenset[str]:
    """Views that are kept from somebody who reads here: no total and no paper counts them.

    Rationale: a total that counts them for one officer and not for another, or in a paper and not
    on the desk, would tell the one who is kept out that there is something.
    """
    readers = [who.id for who, _, here in books.officers.all() if here and who.roles & READS_WORDS]
    return books.sight.about_any(readers)


def whom(house: House, texts: Iterable[str]) -> Named:
    """Whom these words name or describe. Asked before the transaction, which it does not hold up.

    Where the register cannot be read, nobody is matched and the version is 0: the view is held
    from everyone on the register until the clock has matched it.
    """
    try:
        register = _register(house)
    except CannotReach:
        return Named()
    return Named(_surest(register, texts), register.version)


def keep(house: House, books: Books, view: View, named: Named) -> None:
    """Keep out whom words of this view name, in the transaction that stores them."""
    if named.matches:
        books.sight.note(view, named.matches, london_day(house.now()))
    books.sight.matched_at_most(view.id, named.version)


def forget_register() -> None:
    """The register was changed: read it afresh at the next word."""
    _last.clear()


def match_more(house: House, most: int) -> int:
    """Match up to `most` views with the newest register; how many were still to do. Twice is fine.

    Each in a transaction of its own, so that nobody at Send waits for it.
    """
    forget_register()
    register = _register(house)
    with house.store.reading() as books:
        waiting = books.sight.unmatched(register.version, most)
    for view_id in waiting:
        _match(house, register, view_id)
    return len(waiting)


def _match(house: House, register: Register, view_id: str) -> None:
    with house.store.reading() as books:
        read = books.views.find(view_id)
        try:
            texts = () if read is None else _all_words(books, read)
        except KeyGone:
            texts = ()
    matches = _surest(register, texts)
    with house.store.transaction() as books:
        view = books.views.find(view_id, hold=True)
        if view is None or read is None or view.version != read.version:
            return
        if matches:
            books.sight.note(view, matches, london_day(house.now()))
        books.sight.matched(view_id, register.version)


def _all_words(books: Books, view: View) -> tuple[str, ...]:
    words, details = books.views.words(view)
    said = (message.words for message in books.threads.messages(view) if not message.from_us)
    return (words, *(text for _, text in details), *books.threads.additions(view), *said)


def _surest(register: Register, texts: Iterable[str]) -> tuple[Match, ...]:
    found: dict[str, Match] = {}
    for text in texts:
        for match in register.named_in(text):
            before = found.get(match.person_id)
            if before is None or (match.sure and not before.sure):
                found[match.person_id] = match
    return tuple(found.values())


def _register(house: House) -> Register:
    """The register, read at most every two seconds; each view tells with which it was matched."""
    place, now = str(house.store.engine.url), time.monotonic()
    known = _last[0] if _last else None
    if known and known.place == place and now - known.at_s < LOOK_AGAIN_AFTER_S:
        return known.register
    with house.store.reading() as books:
        version = books.registers.version()
        same = known is not None and known.place == place and known.register.version == version
        register = known.register if known and same else Register(books.registers.people(), version)
    _last[:] = [_Known(place, now, register)]
    return register

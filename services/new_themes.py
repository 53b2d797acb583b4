"""New themes: what people say that fits nowhere is gathered, and an officer decides what it is.

The clock gathers, for the machine that does it lives there. Only views that nobody who reads here
is named in are gathered, so that no count tells anybody of a view that is kept from them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from core.attention import Why
from core.duties import KEEPS_THEMES, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.masking import masked
from core.new_themes import FEWEST, DecidedAlready, Fate, Find, Member, Proposal, SaidAlike, Stray
from core.schooling import Task
from core.summaries import Period
from core.theming import ThemeWords
from core.working_days import london_day
from services import catalogue, sight
from services.house import House, naive_utc
from services.openings import note_opening
from services.review import UnknownTheme
from storage.store import Books
from storage.vault import KeyGone

APART = " "


class Finder(Protocol):
    """Gathers what people say alike (tagging.gathering)."""

    def find(self, strays: Sequence[Stray]) -> list[Find]:
        """What several of these views say, those of most views first."""
        ...


def ask_to_look(house: House, officer: Officer, period: Period) -> None:
    """The clock shall look for new themes among the views of these days."""
    must_hold(officer, KEEPS_THEMES)
    now = house.now()
    subject = f"{period.start}{APART}{period.end}"
    with house.store.transaction() as books:
        books.schooling.ask(Task.FIND, subject, officer.id, officer.post, naive_utc(now))
        books.audit.append(now.isoformat(), officer.id, "asked for new themes", "", subject)
    house.wake()


def look(house: House, finder: Finder, subject: str) -> tuple[int, int]:
    """Gather what fits nowhere; how many views that was, and how many finds are new."""
    start, end = (date.fromisoformat(day) for day in subject.split(APART))
    with house.store.reading() as books:
        apart = sight.counted_nowhere(books)
        ids = (one for one in books.new_themes.strays(start, end) if one not in apart)
        strays = [stray for one in ids if (stray := _stray(books, one)) is not None]
    finds = finder.find(strays)
    now = house.now()
    with house.store.transaction() as books:
        fresh = books.new_themes.propose(finds, london_day(now))
        books.audit.append(now.isoformat(), "clock", "looked for new themes", "", subject)
    return len(strays), fresh


def _stray(books: Books, view_id: str) -> Stray | None:
    view = books.views.find(view_id)
    if view is None:
        return None
    try:
        words, _ = books.views.words(view)
    except KeyGone:
        return None
    return Stray(view_id, words, view.received_on)


def proposals(house: House, officer: Officer) -> tuple[Proposal, ...]:
    """What was found and what became of it. No words are opened."""
    must_hold(officer, KEEPS_THEMES)
    with house.store.reading() as books:
        hidden = _kept_apart(books, officer)
        found = (_without(one, hidden) for one in books.new_themes.listed())
        return tuple(one for one in found if one is not None)


def open_one(
    house: House, officer: Officer, found_id: str
) -> tuple[Proposal, tuple[SaidAlike, ...]]:
    """One find with the words of its views; each reading goes into the audit."""
    must_hold(officer, KEEPS_THEMES)
    with house.store.transaction() as books:
        found = _find(books, officer, found_id)
        said = (_said(house, books, officer, member) for member in found.members)
        return found, tuple(one for one in said if one is not None)


def adopt(house: House, officer: Officer, found_id: str, words: ThemeWords) -> str:
    """It becomes a theme of its own, suggested for its views; the theme's key.

    Raises:
        CannotKeepTheme: the name cannot be kept; nothing was changed.
    """
    must_hold(officer, KEEPS_THEMES)
    with house.store.reading() as books:
        _undecided(books, officer, found_id)
    key = catalogue.add(house, officer, words)
    _decide(house, officer, found_id, Fate.ADOPTED, key)
    return key


def merge(house: House, officer: Officer, found_id: str, key: str) -> None:
    """It belongs to a theme that is there, which is suggested for its views."""
    must_hold(officer, KEEPS_THEMES)
    if key not in house.themes().by_key:
        raise UnknownTheme
    _decide(house, officer, found_id, Fate.MERGED, key)


def dismiss(house: House, officer: Officer, found_id: str) -> None:
    """It is no theme; the same views are not proposed again."""
    must_hold(officer, KEEPS_THEMES)
    _decide(house, officer, found_id, Fate.DISMISSED, "")


def _decide(house: House, officer: Officer, found_id: str, fate: Fate, key: str) -> None:
    with house.store.transaction() as books:
        found = _undecided(books, officer, found_id, hold=True)
        books.new_themes.decide(found_id, fate, key, officer.id, officer.post)
        if key:
            undecided = [m.view_id for m in found.members if not books.themes.decisions(m.view_id)]
            books.new_themes.offer(undecided, key)
        books.audit.append(house.now().isoformat(), officer.id, f"new theme {fate}", found_id, key)


def _undecided(books: Books, officer: Officer, found_id: str, *, hold: bool = False) -> Proposal:
    found = _find(books, officer, found_id, hold=hold)
    if found.fate is not Fate.PROPOSED:
        raise DecidedAlready
    return found


def _find(books: Books, officer: Officer, found_id: str, *, hold: bool = False) -> Proposal:
    found = books.new_themes.one(found_id, hold=hold)
    seen = None if found is None else _without(found, _kept_apart(books, officer))
    if seen is None:
        raise NotFound
    return seen


def _kept_apart(books: Books, officer: Officer) -> frozenset[str]:
    return sight.counted_nowhere(books) | sight.hidden_from(books, officer)


def _without(found: Proposal, hidden: frozenset[str]) -> Proposal | None:
    """The find without views that are kept from somebody; None where too few are left."""
    left = tuple(member for member in found.members if member.view_id not in hidden)
    return replace(found, members=left) if len(left) >= FEWEST else None


def _said(house: House, books: Books, officer: Officer, member: Member) -> SaidAlike | None:
    view = books.views.find(member.view_id)
    if view is None:
        return None
    try:
        words, _ = books.views.words(view)
        masks = books.views.masks(view)
    except KeyGone:
        return None
    reason = note_opening(house, books, officer, view, Why.QUALITY)
    books.audit.append(house.now().isoformat(), officer.id, "read", view.id, reason)
    hidden = any(mask.start < member.end and member.start < mask.end for mask in masks)
    clause = "" if hidden else words[member.start : member.end]
    left = masked(words, ((m.start, m.end, m.type) for m in masks))
    return SaidAlike(view.id, view.received_on, left, clause)

"""Writes the board: an officer writes a point, another one looks at it, then everyone sees it."""

from core.board import MOST_LETTERS, Draft, Entry, NotOnTheBoard, NotYours
from core.duties import PUBLISHES_BOARD, WRITES_BOARD, must_hold
from core.errors import SomebodyElseChanged
from core.facts import Officer
from core.said import checked
from core.working_days import london_day
from services.house import House
from services.machine import suggest_safely
from storage.store import Books


def write(house: House, officer: Officer, draft: Draft) -> str:
    """Keep a new point that nobody sees yet; its id.

    Raises:
        NothingSaid, TooLong, CannotRead, NotSaved: nothing was kept.
    """
    must_hold(officer, WRITES_BOARD)
    draft = _tidy(draft)
    with house.store.transaction() as books:
        entry_id = books.board.add(draft, officer.id, london_day(house.now()))
        _note(house, books, officer, "board written", entry_id)
    return entry_id


def rewrite(house: House, officer: Officer, entry_id: str, draft: Draft, version: int) -> None:
    """Give a point other words. It leaves the board until somebody else looked at them.

    Nobody has said "me too" to other words, nor felt another answer: those presses go.
    """
    must_hold(officer, WRITES_BOARD)
    draft = _tidy(draft)
    with house.store.transaction() as books:
        entry = _as_read(books, entry_id, version)
        if not books.board.rewrite(entry, draft, officer.id, london_day(house.now())):
            raise SomebodyElseChanged
        if draft != entry.draft:
            books.board.forget(entry_id, everything=draft.said != entry.draft.said)
        _note(house, books, officer, "board rewritten", entry_id)


def publish(house: House, officer: Officer, entry_id: str, version: int) -> None:
    """Let everyone see a point that somebody else wrote.

    Rationale: what stands on the board stands there for every child in care; a second pair of eyes
    finds the name or the school that the first no longer sees.
    """
    must_hold(officer, PUBLISHES_BOARD)
    with house.store.transaction() as books:
        entry = _as_read(books, entry_id, version)
        if books.board.writer_of(entry_id) == officer.id:
            raise NotYours
        now = {"published_on": london_day(house.now()), "published_by": officer.id}
        if not books.board.change(entry, **now):
            raise SomebodyElseChanged
        _note(house, books, officer, "board published", entry_id)


def take_down(house: House, officer: Officer, entry_id: str, version: int) -> None:
    """Take a point off the board; it is kept at the desk."""
    must_hold(officer, WRITES_BOARD)
    with house.store.transaction() as books:
        entry = _as_read(books, entry_id, version)
        if not books.board.change(entry, published_on=None, published_by=None):
            raise SomebodyElseChanged
        _note(house, books, officer, "board taken down", entry_id)


def entries(house: House, officer: Officer) -> tuple[Entry, ...]:
    """Every point, on the board or not yet."""
    must_hold(officer, WRITES_BOARD)
    with house.store.reading() as books:
        return books.board.all(published=False)


def may_name(house: House, draft: Draft) -> tuple[str, ...]:
    """What the machine takes for a name, a place or a number in a point; it may be wrong."""
    text = f"{draft.said}\n{draft.answer}"
    found = suggest_safely(house.tagger, text).personal
    return tuple(dict.fromkeys(text[one.start : one.end] for one in found))


def _as_read(books: Books, entry_id: str, version: int) -> Entry:
    entry = books.board.find(entry_id)
    if entry is None:
        raise NotOnTheBoard
    if entry.version != version:
        raise SomebodyElseChanged
    return entry


def _tidy(draft: Draft) -> Draft:
    return Draft(
        draft.theme,
        checked(draft.said, MOST_LETTERS).strip(),
        draft.standing,
        checked(draft.answer, MOST_LETTERS).strip(),
        draft.action_id,
    )


def _note(house: House, books: Books, officer: Officer, verb: str, entry_id: str) -> None:
    books.audit.append(house.now().isoformat(), officer.id, verb, entry_id)

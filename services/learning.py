"""The machine learns from what officers agreed. No view changes: what was agreed stays."""

from typing import Protocol

from core.duties import TEACHES, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer
from core.schooling import Lesson, Version
from services.house import House
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

COMMAND = "command line"


class NothingAgreed(HeardError):
    """Nobody has agreed the themes of any view yet."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Nobody has agreed any themes yet, so there is nothing to learn.")


class School(Protocol):
    """Where versions are made and kept (tagging.school)."""

    def teach(self, lessons: list[Lesson], *, asked_by: str, at: str) -> Version:
        """Make a version; it is live, or says that it was refused."""
        ...

    def go_back(self, name: str) -> bool:
        """Make this version live; False where it is not there."""
        ...

    def versions(self) -> tuple[Version, ...]:
        """Every version that can go live."""
        ...


def retrain(
    house: House, school: School, by: Officer | None = None, *, post: str = COMMAND
) -> Version:
    """Teach the machine all that was agreed so far; refused where that would make it worse.

    Args:
        by: the officer who asked, or None for whoever runs the command.
        post: who asked, as the list of versions tells it.

    Raises:
        NothingAgreed: there is nothing to teach, and nothing taught that has to leave.
    """
    if by is not None:
        must_hold(by, TEACHES)
    with house.store.reading() as books:
        lessons = _lessons(books)
    if not lessons and not school.versions():
        raise NothingAgreed
    now = house.now().isoformat()
    made = school.teach(lessons, asked_by=post if by is None else by.post, at=now)
    _note(house, by, "machine refused" if made.refused else "machine taught", made.name)
    mirror(house, school, made)
    return made


def roll_back(house: House, school: School, name: str, by: Officer | None = None) -> None:
    """Go back to this version from now on. NotFound where it is not there or was changed."""
    if by is not None:
        must_hold(by, TEACHES)
    if not school.go_back(name):
        raise NotFound
    _note(house, by, "machine put back", name)
    mirror(house, school)


def mirror(house: House, school: School, made: Version | None = None) -> None:
    """List at the desk what lies in the folder of versions, which is the truth."""
    with house.store.transaction() as books:
        books.schooling.mirror(school.versions(), made)


def versions(school: School, by: Officer | None = None) -> tuple[Version, ...]:
    """Every version that can go live, newest first."""
    if by is not None:
        must_hold(by, TEACHES)
    return school.versions()


def _note(house: House, by: Officer | None, verb: str, name: str) -> None:
    with house.store.transaction() as books:
        who = COMMAND if by is None else by.id
        books.audit.append(house.now().isoformat(), who, verb, name)


def _lessons(books: Books) -> list[Lesson]:
    """Every view in English that somebody grouped, or its writer corrected, and can be opened.

    What the writer says counts until an officer decides again after reading it.
    """
    found = []
    corrected = books.corrections.waiting()
    for view_id in sorted(books.themes.every_decided() | corrected.keys()):
        view = books.views.find(view_id)
        if view is not None and view.language == "en":
            said = corrected.get(view_id)
            found += _lesson(
                books, view, books.themes.agreed(view_id) if said is None else said.keys
            )
    return found


def _lesson(books: Books, view: View, keys: tuple[str, ...]) -> list[Lesson]:
    try:
        words, _ = books.views.words(view)
        masks = books.views.masks(view)
    except KeyGone:
        return []
    for mask in reversed(masks):
        words = words[: mask.start] + "…" + words[mask.end :]
    return [Lesson(view.key_id, words, keys)]

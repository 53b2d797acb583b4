"""The queue that officers work from."""

from dataclasses import dataclass, replace

from core.duties import READS_WORDS, must_hold
from core.facts import Officer
from core.inbox import Sieve
from core.languages import language_name, needs_interpreter
from core.stories import QueueLine
from core.working_days import london_day
from services import sight
from services.house import House
from services.openings import covers_for
from storage.sieving import Asked
from storage.store import Books

PAGE = 50


@dataclass(frozen=True, slots=True)
class InboxPage:
    """One page of the inbox.

    Args:
        waiting: how many views wait in all; `shown` pass the filters.
        page, pages: which page this is, and of how many.
        languages: language code to how many wait in it.
        asked: on how many a colleague waits for this officer.
        new_here: they have not opened a view yet.
    """

    lines: tuple[QueueLine, ...]
    waiting: int
    shown: int
    unread: int
    page: int
    pages: int
    languages: dict[str, int]
    asked: int = 0
    new_here: bool = False

    @property
    def interpreters(self) -> dict[str, int]:
        """Those of the languages that want an interpreter."""
        return {code: n for code, n in self.languages.items() if needs_interpreter(code)}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The views before and after one, among those that pass the filters."""

    before: str | None
    after: str | None


def asked(house: House, books: Books, officer: Officer, sieve: Sieve) -> Asked:
    """What this officer asks to see, and what they must not learn of."""
    hidden, today = sight.hidden_from(books, officer), london_day(house.now())
    return Asked(sieve, officer.id, today, covers_for(books, officer, today), hidden)


def waiting(house: House, officer: Officer) -> tuple[QueueLine, ...]:
    """Every view that waits for somebody: worry first, then what is due."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        return named(house, books.inbox.page(asked(house, books, officer, Sieve()), None))


def look(house: House, officer: Officer, sieve: Sieve, page: int = 1) -> InboxPage:
    """One page of what passes the filters. No words are opened, so nothing is logged."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        everything = asked(house, books, officer, Sieve())
        wanted = replace(everything, sieve=sieve)
        shown = books.inbox.count(wanted)
        pages = max(1, -(-shown // PAGE))
        page = min(max(1, page), pages)
        languages = books.inbox.languages(everything)
        return InboxPage(
            lines=named(house, books.inbox.page(wanted, PAGE, (page - 1) * PAGE)),
            waiting=languages.total(),
            shown=shown,
            unread=books.inbox.count(replace(everything, sieve=Sieve(unread="nobody"))),
            new_here=not books.openings.any_by(officer.id),
            asked=books.inbox.count(replace(everything, sieve=Sieve(owner="asked"))),
            page=page,
            pages=pages,
            languages={code: languages[code] for code in sorted(languages, key=language_name)},
        )


def neighbours(house: House, officer: Officer, sieve: Sieve, view_id: str) -> Neighbours:
    """What comes before and after this view for an officer who goes through these filters."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        place = books.inbox.place(view_id)
        if place is None:
            return Neighbours(None, None)
        wanted = asked(house, books, officer, sieve)
        return Neighbours(books.inbox.before(wanted, place), books.inbox.after(wanted, place))


def next_undecided(house: House, officer: Officer, sieve: Sieve, view_id: str) -> str | None:
    """The next view whose themes nobody agreed, after this one or else from the top."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        wanted = asked(house, books, officer, sieve)
        place = books.inbox.place(view_id)
        found = books.inbox.after(wanted, place, undecided=True) if place else None
        return found or books.inbox.after(wanted, None, undecided=True)


def named(house: House, lines: tuple[QueueLine, ...]) -> tuple[QueueLine, ...]:
    """The lines with the names of their themes, as they are called now."""
    name_of = house.themes().name_of
    return tuple(
        replace(line, theme_names=tuple(name_of(key) for key in line.theme_keys)) for line in lines
    )

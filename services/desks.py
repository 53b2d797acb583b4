"""Each officer's own desk: filters that they saved under a name, and how they like it."""

from urllib.parse import parse_qsl, urlencode

from core.duties import READS_WORDS, must_hold
from core.errors import HeardError
from core.facts import Officer
from core.inbox import Sieve
from core.said import tidied
from services.house import House
from storage.desks import MOST_SAVED, Likes

MOST_NAME = 60
Saved = tuple[str, dict[str, str]]


class NoName(HeardError):
    """A filter without a name, or nothing to save."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Choose something to show, and give it a name. Then press Save.")


class TooManySaved(HeardError):
    """The officer has as many saved filters as a page can show."""

    status = 422

    def __init__(self) -> None:
        super().__init__(f"You have {MOST_SAVED} saved already. Take one away first.")


def filters(house: House, officer: Officer) -> tuple[Saved, ...]:
    """The filters that this officer saved: name, and what they choose."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        return tuple(
            (name, dict(parse_qsl(told))) for name, told in books.desks.filters(officer.id)
        )


def save_filter(house: House, officer: Officer, name: str, sieve: Sieve) -> None:
    """Keep these filters under a name; the same name again means these instead."""
    must_hold(officer, READS_WORDS)
    name, query = tidied(name, MOST_NAME), urlencode(sieve.chosen())
    if not name or not query:
        raise NoName
    with house.store.transaction() as books:
        known = [one for one, _ in books.desks.filters(officer.id)]
        if name not in known and len(known) >= MOST_SAVED:
            raise TooManySaved
        books.desks.save_filter(officer.id, name, query)


def forget_filter(house: House, officer: Officer, name: str) -> None:
    """Take a saved filter away; nothing where there is none of that name."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        books.desks.forget_filter(officer.id, name)


def likes(house: House, officer: Officer) -> Likes:
    """What this officer chose for their desk."""
    with house.store.reading() as books:
        return books.desks.likes(officer.id)


def turn_keys(house: House, officer: Officer, *, off: bool) -> None:
    """Let single keys do something, or nothing."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        books.desks.choose(officer.id, keys_off=off)


def end_guide(house: House, officer: Officer) -> None:
    """The first-run guide is over for this officer."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        books.desks.choose(officer.id, guided=True)

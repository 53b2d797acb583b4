"""What officers set: names, hours, figures, retention. Each change is kept and audited."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from core.council import HelpLine, stale
from core.duties import KEEPS_RULES, KEEPS_SETTINGS, must_hold
from core.errors import NotFound, SomebodyElseChanged
from core.facts import Officer
from core.settable import CannotKeepSetting, Family, Group, Held, read_all
from core.settings_list import FAMILIES, GROUPS, HOURS, RETENTION, SAFETY
from core.settled import as_rows
from core.working_days import london_day
from services.house import House
from storage.settled import Changed
from storage.store import Books

MOST_TOLD = 300
RULED = {SAFETY.key, RETENTION.key}


def seed(house: House) -> bool:
    """Fill an empty table from the council's file; whether it was empty. The desk counts after."""
    with house.store.reading() as books:
        if books.settings.all():
            return False
    now = house.now()
    with house.store.transaction() as books:
        books.catalogue.bump()
        if books.settings.all():
            return False
        given = house.given()
        books.settings.fill(as_rows(given.council, given.rules))
        books.audit.append(now.isoformat(), "start", "settings read", detail="from the file, once")
    house.shelf.forget()
    return True


def differing(house: House) -> tuple[str, ...]:
    """What the council's file says otherwise than the desk. The desk counts."""
    given = house.given()
    file = as_rows(given.council, given.rules)
    with house.store.reading() as books:
        kept = {row.name: row.held for row in books.settings.all()}
    return tuple(sorted(name for name, held in file.items() if kept.get(name, held) != held))


def unchecked(house: House) -> tuple[tuple[HelpLine, bool], ...]:
    """The help lines to ring soon, and whether it is late already."""
    return stale(house.council.help_lines, london_day(house.now()))


def may(officer: Officer, what: Group | Family) -> bool:
    """Whether this officer may set this."""
    ruled = isinstance(what, Group) and what.key in RULED
    return bool(officer.roles & (KEEPS_RULES if ruled else KEEPS_SETTINGS))


def group_of(key: str) -> Group:
    """The group with this key, or NotFound."""
    for group in GROUPS:
        if group.key == key:
            return group
    raise NotFound


def family_of(prefix: str) -> Family:
    """The family with this prefix, or NotFound."""
    for family in FAMILIES:
        if family.prefix == prefix:
            return family
    raise NotFound


def shown(house: House, officer: Officer, group: Group) -> tuple[Held, int]:
    """What the group holds, and its version, to be sent back with a change."""
    must(officer, group)
    with house.store.reading() as books:
        return _group(books, group)


def change(house: House, officer: Officer, group: Group, typed: Held, version: int) -> None:
    """Keep what was typed on a group's page.

    Raises:
        CannotKeepSetting: a field holds what it may not. SomebodyElseChanged: so it was.
    """
    must(officer, group)
    with changing(house, officer) as doing:
        held, known = _group(doing.books, group)
        if known != version:
            raise SomebodyElseChanged
        told = read_all(group.fields, typed, doing.today)
        if group is HOURS and told["opens"] >= told["closes"]:
            raise CannotKeepSetting("closes", "Reading must end later than it begins.")
        for name, value in told.items():
            if held.get(name) != value:
                doing.put(name, {"value": value}, {"value": held.get(name, "")})


def history(house: House, officer: Officer) -> tuple[Changed, ...]:
    """The last hundred changes, the newest first."""
    must_hold(officer, KEEPS_SETTINGS)
    with house.store.reading() as books:
        return books.settings.history()


def must(officer: Officer, what: Group | Family) -> None:
    """Pass an officer who may set this; to anybody else it is not there."""
    if not may(officer, what):
        raise NotFound


@dataclass(slots=True)
class Change:
    """One change of settings, within its transaction."""

    books: Books
    post: str
    today: date
    done: list[Changed] = field(default_factory=list)

    def put(self, name: str, held: Held, before: Held) -> None:
        """Keep a row, and that it changed."""
        self.books.settings.put(name, held)
        self.note(name, before, held)

    def note(self, name: str, before: Held, after: Held) -> None:
        """Remember what changed, for the history and the audit."""
        self.done.append(Changed(name, dict(before), dict(after), self.post, self.today))


@contextmanager
def changing(house: House, officer: Officer) -> Iterator[Change]:
    """A transaction that tells every process, and leaves a line of audit for each change."""
    now = house.now()
    with house.store.transaction() as books:
        books.catalogue.bump()
        change = Change(books, officer.post, london_day(now))
        yield change
        for one in change.done:
            books.settings.note(one, officer.id)
        for one in change.done:
            told = f"{_said(one.before)} -> {_said(one.after)}"[:MOST_TOLD]
            books.audit.append(now.isoformat(), officer.id, "setting changed", one.name[:80], told)
    house.shelf.forget()


def _said(held: Held) -> str:
    return "; ".join(held.values()) or "nothing"


def _group(books: Books, group: Group) -> tuple[dict[str, str], int]:
    names = {one.name for one in group.fields}
    rows = [row for row in books.settings.all() if row.name in names]
    return {row.name: row.held["value"] for row in rows}, sum(row.version for row in rows)

"""Entries of one kind that officers set: help lines, words, headings, routes, languages, maps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.council import LATE_AFTER, SOON_AFTER
from core.errors import NotFound, SomebodyElseChanged
from core.facts import Officer
from core.settable import CannotKeepSetting, Family, Held, read_all
from core.working_days import london_day
from services.house import House
from services.settling import changing, must
from storage.settled import Setting
from storage.store import Books

MOST_ENTRIES = 200
ALONE = {"language": "code", "heading": "section"}  # a choice that only one entry may hold


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a family, and whether its check is soon due (False) or late (True)."""

    key: str
    held: Held
    version: int
    late: bool | None = None


def entries(house: House, officer: Officer, family: Family) -> tuple[Entry, ...]:
    """Every entry of a family, in order."""
    must(officer, family)
    today = london_day(house.now())
    with house.store.reading() as books:
        return tuple(_entry(row, family, today) for row in _rows(books, family))


def put(
    house: House, officer: Officer, family: Family, key: str, typed: Held, version: int = 0
) -> None:
    """Keep an entry as typed; an empty key makes a new one.

    Raises:
        CannotKeepSetting, SomebodyElseChanged, NotFound: nothing was kept.
    """
    must(officer, family)
    with changing(house, officer) as change:
        rows = {row.name: row for row in _rows(change.books, family)}
        held = read_all(family.fields, typed, change.today)
        before = _find(rows, family, key, version) if key else None
        _refuse_twins(family, rows, held, before)
        if before is None and len(rows) >= MOST_ENTRIES:
            raise CannotKeepSetting(family.title, "There are too many. Take one away first.")
        name = before.name if before else _fresh(family, rows)
        if before is None or before.held != held:
            change.put(name, held, before.held if before else {})


def remove(house: House, officer: Officer, family: Family, key: str) -> None:
    """Take an entry away. Its history stays."""
    must(officer, family)
    with changing(house, officer) as change:
        rows = {row.name: row for row in _rows(change.books, family)}
        row = _find(rows, family, key)
        if len(rows) <= family.least:
            raise CannotKeepSetting(family.title, f"The last {family.one} has to stay.")
        change.books.settings.remove(row.name)
        change.note(row.name, row.held, {})


def move_up(house: House, officer: Officer, family: Family, key: str) -> None:
    """Let an entry and the one before it change places."""
    must(officer, family)
    with changing(house, officer) as change:
        rows = _rows(change.books, family)
        names = [row.name for row in rows]
        at = names.index(_find({r.name: r for r in rows}, family, key).name)
        if at:
            change.books.settings.swap(rows[at], rows[at - 1])
            change.note(rows[at].name, {"place": str(at + 1)}, {"place": str(at)})


def checked_today(house: House, officer: Officer, family: Family, key: str) -> None:
    """Say that somebody checked this entry today and that it is right."""
    must(officer, family)
    if not family.checked:
        raise NotFound
    with changing(house, officer) as change:
        rows = {row.name: row for row in _rows(change.books, family)}
        row = _find(rows, family, key)
        after = row.held | {family.checked: change.today.isoformat()}
        change.put(row.name, after, row.held)


def _rows(books: Books, family: Family) -> list[Setting]:
    return [row for row in books.settings.all() if row.name.startswith(f"{family.prefix}:")]


def _find(rows: Mapping[str, Setting], family: Family, key: str, version: int = 0) -> Setting:
    row = rows.get(f"{family.prefix}:{key}")
    if row is None:
        raise NotFound
    if version and row.version != version:
        raise SomebodyElseChanged
    return row


def _entry(row: Setting, family: Family, today: date) -> Entry:
    key = row.name.partition(":")[2]
    return Entry(key, row.held, row.version, _late(row, family, today))


def _late(row: Setting, family: Family, today: date) -> bool | None:
    """Only numbers go stale: a language that was checked stays checked."""
    if family.prefix != "help_line":
        return None
    age: timedelta = today - date.fromisoformat(row.held[family.checked])
    return age > LATE_AFTER if age > SOON_AFTER else None


def _refuse_twins(
    family: Family, rows: Mapping[str, Setting], held: Held, before: Setting | None
) -> None:
    alone = ALONE.get(family.prefix, "")
    others = [row for row in rows.values() if row is not before]
    if alone and any(row.held[alone] == held[alone] for row in others):
        raise CannotKeepSetting(alone, "There is one for that already. Change that one.")


def _fresh(family: Family, rows: Mapping[str, Setting]) -> str:
    number = len(rows) + 1
    while f"{family.prefix}:n{number}" in rows:
        number += 1
    return f"{family.prefix}:n{number}"

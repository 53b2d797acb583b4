"""The theme set, edited by officers: add, rename, merge, split, retire, each with its history."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from core.duties import KEEPS_THEMES, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.themes import Theme, ThemeList
from core.theming import (
    MOST_THEMES,
    CannotKeepTheme,
    ThemeWords,
    as_theme,
    checked,
    fresh_key,
)
from core.working_days import london_day
from services import sight
from services.house import House
from storage.catalogue import Change
from storage.store import Books

ADDED, RENAMED, MERGED, RETIRED = "added", "changed", "merged", "retired"
BACK, SPLIT, TOOK_IN = "brought back", "split", "took in"
MOST_TOLD = 300
TOLD = ("name", "plain", "stance", "pledge", "ambition", "csi", "for_young")


@dataclass(frozen=True, slots=True)
class ThemeAtDesk:
    """A theme as the desk lists it: how many agreed views are about it, and what was done to it."""

    theme: Theme
    views: int
    history: tuple[Change, ...] = ()
    parts: tuple[Theme, ...] = ()


def listed(house: House, officer: Officer) -> tuple[ThemeAtDesk, ...]:
    """Every theme that ever was, with the number of views that people agreed to be about it.

    As in every total, what is kept from somebody who reads here is counted for nobody.
    """
    must_hold(officer, KEEPS_THEMES)
    with house.store.reading() as books:
        counted = books.catalogue.counted(sight.counted_nowhere(books))
        known = books.catalogue.themes()
    return tuple(ThemeAtDesk(theme, counted.get(theme.key, 0)) for theme in known.every)


def one(house: House, officer: Officer, key: str) -> ThemeAtDesk:
    """One theme with its history and the themes it was split into; NotFound where there is none."""
    must_hold(officer, KEEPS_THEMES)
    with house.store.reading() as books:
        known = books.catalogue.themes()
        theme = _find(known, key)
        parts = tuple(t for t in known.themes if t.part_of == key)
        many = books.catalogue.counted(sight.counted_nowhere(books)).get(key, 0)
        return ThemeAtDesk(theme, many, books.catalogue.history(key), parts)


def add(house: House, officer: Officer, words: ThemeWords) -> str:
    """A new theme, offered at every door from now on; its key."""
    with _changing(house, officer) as change:
        return change.add(words)


def edit(house: House, officer: Officer, key: str, words: ThemeWords) -> None:
    """Name a live theme anew, or map it elsewhere. What was said under it stays under it."""
    with _changing(house, officer) as change:
        before = change.live(key)
        after = as_theme(checked(words, change.known, key), before)
        if after != before:
            change.books.catalogue.change(after)
            change.note(key, RENAMED, *_difference(before, after))


def merge(house: House, officer: Officer, key: str, into: str) -> int:
    """One theme becomes part of another; how many views moved, as every total counts them.

    Agreed views, the machine's suggestions, public statements and the counts move in the same
    transaction. Papers that were issued keep their names: they are files.
    """
    with _changing(house, officer) as change:
        theme, other = change.live(key), change.known.by_key.get(into)
        if other is None or key == into:
            raise CannotKeepTheme("into", "Choose another theme to merge it into.")
        kept_from_somebody = sight.counted_nowhere(change.books)
        moving = len({*change.books.catalogue.carrying(key)} - kept_from_somebody)
        moved = change.books.catalogue.move_agreed(
            key, into, officer_id=officer.id, post=officer.post, on=change.today
        )
        change.books.rollup.add(moved)
        change.books.catalogue.move_suggested(key, into)
        change.books.catalogue.move_statements(key, into)
        change.books.catalogue.change(replace(theme, retired_on=change.today, into=into))
        change.note(key, MERGED, theme.name, other.name)
        change.note(into, TOOK_IN, theme.name, f"{moving} views")
        return moving


def split(house: House, officer: Officer, key: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """New themes out of one, mapped like it; the old one stays until its views are sorted."""
    with _changing(house, officer) as change:
        whole = change.live(key)
        wanted = tuple(name for name in names if name.strip())
        if len(wanted) < 2:
            raise CannotKeepTheme("parts", "Name two or more parts, one on each line.")
        made = tuple(change.add(_part(whole, name), part_of=key) for name in wanted)
        change.note(key, SPLIT, whole.name, "; ".join(wanted))
        return made


def retire(house: House, officer: Officer, key: str) -> None:
    """Offer a theme no more. Views that were agreed under it stay, and so do their counts."""
    with _changing(house, officer) as change:
        theme = change.live(key)
        if len(change.known.themes) == 1:
            raise CannotKeepTheme("retire", "This is the last theme. Add another one first.")
        change.books.catalogue.change(replace(theme, retired_on=change.today))
        change.note(key, RETIRED, theme.name, "")


def bring_back(house: House, officer: Officer, key: str) -> None:
    """Offer a retired theme again. What a merge moved stays where it is."""
    with _changing(house, officer) as change:
        theme = _find(change.known, key)
        words = ThemeWords(theme.name, theme.plain, theme.stance)
        checked(words, change.known, key)
        change.has_room()
        change.books.catalogue.change(replace(theme, retired_on=None, into=None))
        change.note(key, BACK, "", theme.name)


@dataclass(slots=True)
class _Change:
    """One change to the theme set, within its transaction."""

    books: Books
    officer: Officer
    today: date
    known: ThemeList
    done: list[Change] = field(default_factory=list)

    def live(self, key: str) -> Theme:
        theme = _find(self.known, key)
        if not theme.live:
            raise CannotKeepTheme("name", "That theme was retired. Bring it back first.")
        return theme

    def has_room(self) -> None:
        if len(self.known.themes) >= MOST_THEMES:
            raise CannotKeepTheme("name", f"There are {MOST_THEMES} themes. Retire one first.")

    def add(self, words: ThemeWords, part_of: str | None = None) -> str:
        self.has_room()
        kept = checked(words, self.known)
        new = replace(Theme("", "", ""), key=fresh_key(kept.name, self.known), part_of=part_of)
        theme = as_theme(kept, new)
        self.books.catalogue.add(theme)
        self.known = ThemeList((*self.known.every, theme))
        self.note(theme.key, ADDED, "", theme.name)
        return theme.key

    def note(self, key: str, what: str, before: str, after: str) -> None:
        old, new = before[:MOST_TOLD], after[:MOST_TOLD]
        self.done.append(Change(key, what, old, new, self.officer.post, self.today))


@contextmanager
def _changing(house: House, officer: Officer) -> Iterator[_Change]:
    """A transaction in which nobody else changes the themes or agrees a view's."""
    must_hold(officer, KEEPS_THEMES)
    now = house.now()
    with house.store.transaction() as books:
        books.catalogue.bump()
        change = _Change(books, officer, london_day(now), books.catalogue.themes())
        yield change
        for done in change.done:
            books.catalogue.note(done, officer.id)
        for done in change.done:
            told = f"{done.before} -> {done.after}" if done.before else done.after
            verb = f"theme {done.what}"
            books.audit.append(now.isoformat(), officer.id, verb, done.theme, told[:MOST_TOLD])
    house.shelf.forget()


def _part(whole: Theme, name: str) -> ThemeWords:
    return ThemeWords(
        name,
        pledge=whole.pledge,
        ambition=whole.ambition,
        csi=whole.csi,
        for_young=whole.for_young,
    )


def _find(known: ThemeList, key: str) -> Theme:
    theme = known.known.get(key)
    if theme is None:
        raise NotFound
    return theme


def _difference(before: Theme, after: Theme) -> tuple[str, str]:
    """What changed, each part as "name: old" and "name: new"."""
    changed = [name for name in TOLD if getattr(before, name) != getattr(after, name)]
    old, new = ([f"{name}: {_said(t, name)}" for name in changed] for t in (before, after))
    return "; ".join(old), "; ".join(new)


def _said(theme: Theme, name: str) -> str:
    value = getattr(theme, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "none")

"""Disclosure control: which numbers of a table may be printed so that none points at a child.

One function, `protect`, decides for every table that leaves Heard. It hides what is small, then
attacks its own table (core.intervals) and hides more until no hidden number can be told to within
fewer than the threshold. Numbers that were printed earlier belong to the same table, so that the
difference of two outputs is guarded by the same attack.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import HeardError
from core.intervals import ANYTHING, Equation, Interval, Key, components, intervals, still_open
from core.summaries import Count

HIDDEN = Count(None)


class CannotProtect(HeardError):
    """Nothing that could still be hidden would keep these numbers safe."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "These numbers cannot be shown: together with what was published before, they could "
            "point at fewer people than we may show. Choose other days, or fewer details."
        )


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and the parts that add up to it.

    Args:
        telling: the parts that say something about whoever is in them, as a theme or a face does.
            Where one of them is the whole, everybody is known to have said it, so it is hidden.
    """

    whole: Key
    parts: tuple[Key, ...]
    telling: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers, and how they hang together.

    Args:
        cells: every number, as it is. Each stands for people counted once.
        sums: which of them add up to which.
        unsaid: numbers that are never printed but could be worked out, such as the rest of a
            whole, or the days by which two periods differ.
        told: numbers that were printed before and cannot be hidden any more.
    """

    cells: Mapping[Any, int]
    sums: Sequence[Sum] = ()
    unsaid: frozenset[Key] = frozenset()
    told: frozenset[Key] = frozenset()


def protect(table: Table, threshold: int, hide: Iterable[Key] = frozenset()) -> dict[Key, Count]:
    """What may be printed for each cell that is neither unsaid nor told already.

    Args:
        threshold: numbers below it are hidden, and no hidden one can be told to within fewer.
        hide: cells that are hidden whatever they hold.

    Raises:
        CannotProtect: nothing is left to hide, and a small number could still be worked out.
    """
    work = _Work(table, threshold)
    work.hidden |= set(hide)
    while narrow := work.narrow():
        work.hide_more(narrow)
    return work.printed()


def breakdown(
    parts: Mapping[Key, int], threshold: int, *, telling: bool = False
) -> tuple[Count, dict[Key, Count]]:
    """A whole and its parts, as they may be printed: the shortest way for a simple list."""
    whole = ("whole", len(parts))
    cells = {whole: sum(parts.values()), **parts}
    told = tuple(parts)
    shown = protect(Table(cells, (Sum(whole, told, told if telling else ()),)), threshold)
    return shown.pop(whole), shown


def is_small(number: int, threshold: int) -> bool:
    """One to one less than the threshold. None at all may be said."""
    return 0 < number < threshold


class _Work:
    """One table while it is being protected."""

    def __init__(self, table: Table, threshold: int) -> None:
        self._table = table
        self._threshold = threshold
        self._known: dict[tuple[object, ...], dict[Key, Interval]] = {}
        small = {k for k, n in table.cells.items() if is_small(n, threshold)}
        self._wide = small | self._of_everybody()
        self.hidden: set[Key] = (self._wide | table.unsaid) - table.told
        self._wholes = {one.whole for one in table.sums}
        self._near: dict[Key, set[Key]] = {}
        self._sums_with: dict[Key, list[Sum]] = {}
        for one in table.sums:
            members = {one.whole, *one.parts}
            for key in members:
                self._near.setdefault(key, set()).update(members)
                self._sums_with.setdefault(key, []).append(one)

    def _of_everybody(self) -> set[Key]:
        """Parts that would say of everybody in a group what a part says of each person in it."""
        cells = self._table.cells
        return {
            part
            for one in self._table.sums
            if cells[one.whole]
            for part in one.telling
            if part not in self._table.unsaid and cells[part] == cells[one.whole]
        }

    def narrow(self) -> set[Key]:
        """Small numbers that could be told to within fewer than the threshold."""
        ranges = self._ranges()
        return {
            key
            for key in self.hidden & self._wide
            if ranges.get(key, ANYTHING).width < self._threshold
        }

    def _equations(self) -> list[Equation]:
        cells = self._table.cells
        found: list[Equation] = []
        for one in self._table.sums:
            left: dict[Key, int] = {}
            right = 0
            for key, sign in ((one.whole, -1), *((part, 1) for part in one.parts)):
                if key in self.hidden:
                    left[key] = left.get(key, 0) + sign
                else:
                    right -= sign * cells[key]
            if left:
                found.append((left, right))
        return found

    def _ranges(self) -> dict[Key, Interval]:
        found: dict[Key, Interval] = {}
        for group in components(self._equations()):
            mark = tuple((tuple(known.items()), right) for known, right in group)
            if mark not in self._known:
                self._known[mark] = intervals(group, self._wide)
            found |= self._known[mark]
        return found

    def hide_more(self, narrow: set[Key]) -> None:
        """Beside each number that is too narrow, hide the smallest that is still shown."""
        chosen = {self._smallest(near) for key in narrow if (near := self._beside({key}))}
        for key in chosen or {self._smallest(self._nearest(narrow))}:
            self._hide(key)

    def _hide(self, key: Key) -> None:
        """Hide a number, and one more in each sum whose other numbers would tell it."""
        self.hidden.add(key)
        for one in self._sums_with[key]:
            members = {one.whole, *one.parts}
            near = members - self.hidden - self._table.told
            if members & self.hidden == {key} and near:
                self._hide(self._smallest(near))

    def _nearest(self, keys: set[Key]) -> set[Key]:
        """The first numbers still shown on the ways from these, sum by sum."""
        reached = set(keys)
        while not (near := self._beside(reached)):
            further = {other for key in reached for other in self._near.get(key, ())}
            if further <= reached:
                raise CannotProtect
            reached |= further
        return near

    def _smallest(self, keys: set[Key]) -> Key:
        """The smallest part, else the smallest whole.

        Nothing comes last among its like: a hidden nought gives another number little room.
        """
        cells = self._table.cells
        return min(keys, key=lambda k: (k in self._wholes, cells[k] == 0, cells[k], str(k)))

    def _beside(self, keys: set[Key]) -> set[Key]:
        """Numbers still shown, and not told before, in one sum with any of these."""
        found = {other for key in keys for other in self._near.get(key, ())}
        return found - self.hidden - self._table.told

    def printed(self) -> dict[Key, Count]:
        """The cells as they may be read.

        Rationale: "fewer than 5" is said only where a number is hidden by itself. Beside another
        hidden one it would help to tell that one, so both are only "not shown".
        """
        alone = self._alone()
        told: dict[Key, Count] = {}
        for key in self._table.cells.keys() - self._table.unsaid - self._table.told:
            number = self._table.cells[key]
            if key not in self.hidden:
                told[key] = Count(number)
            elif key in alone and is_small(number, self._threshold):
                told[key] = Count(None, under=self._threshold)
            else:
                told[key] = HIDDEN
        return told

    def _alone(self) -> set[Key]:
        """Hidden numbers that hang together with no other one that is spoken of.

        Parts of a hidden whole say nothing that the whole does not say.
        """
        silent = {
            part for one in self._table.sums if one.whole in self.hidden for part in one.parts
        }
        spoken = self.hidden - self._table.unsaid - silent
        groups = still_open(self._equations())
        crowded = {key for group in groups if len(group & spoken) > 1 for key in group}
        return spoken - crowded

"""What somebody could work out of hidden numbers: the least and the most that each can be.

This is the attacker's own sum, done before they can: a linear programme over the numbers that are
printed, with nothing known of a hidden one but that it is not below zero.
"""

import math
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Key = Hashable
Equation = tuple[Mapping[Any, int], int]
CLOSE = 1e-7


@dataclass(frozen=True, slots=True)
class Interval:
    """The least and the most that a number can be; `most` may be infinite."""

    least: float
    most: float

    @property
    def width(self) -> float:
        """How far apart they are."""
        return self.most - self.least


ANYTHING = Interval(0, math.inf)


def components(equations: Iterable[Equation]) -> list[list[Equation]]:
    """The equations in groups that share no unknown: each group can be solved by itself."""
    held: list[tuple[set[Key], list[Equation]]] = []
    for equation in equations:
        keys, members = set(equation[0]), [equation]
        apart = []
        for other, theirs in held:
            if keys & other:
                keys |= other
                members = theirs + members
            else:
                apart.append((other, theirs))
        held = [*apart, (keys, members)]
    return [members for keys, members in held if keys]


def intervals(
    equations: Iterable[Equation], wanted: Collection[Key] | None = None
) -> dict[Key, Interval]:
    """For each unknown of these equations, what it can be. They must have a solution.

    Args:
        wanted: the only unknowns that are asked about; the others help to tell them.
    """
    left, found = _told_outright(list(equations))
    for group in components(left):
        keys = list(dict.fromkeys(key for known, _ in group for key in known))
        asked = [p for p, key in enumerate(keys) if wanted is None or key in wanted]
        if not asked:
            continue
        table = _Tableau([[known.get(k, 0) for k in keys] for known, _ in group], _right(group))
        for place in asked:
            least = -table.highest(place, -1)
            most = table.highest(place, 1)
            found[keys[place]] = Interval(_up(least), _down(most))
    return found


def still_open(equations: Iterable[Equation]) -> list[set[Key]]:
    """Unknowns that hang together once all is worked out that needs no search."""
    left, _ = _told_outright(list(equations))
    return [{key for known, _ in group for key in known} for group in components(left)]


def _told_outright(equations: list[Equation]) -> tuple[list[Equation], dict[Key, Interval]]:
    """What follows without search: the only unknown of a sum, and all of a sum that is nothing."""
    found: dict[Key, int] = {}
    while True:
        new: dict[Key, int] = {}
        for known, right in equations:
            if len(known) == 1:
                ((key, sign),) = known.items()
                new[key] = right // sign
            elif right == 0 and len(set(known.values())) == 1:
                new |= dict.fromkeys(known, 0)
        if not new:
            return equations, {key: Interval(n, n) for key, n in found.items()}
        found |= new
        equations = [left for one in equations if (left := _put_in(one, new))[0]]


def _put_in(equation: Equation, told: Mapping[Key, int]) -> Equation:
    known, right = equation
    if known.keys().isdisjoint(told):
        return equation
    left = {key: sign for key, sign in known.items() if key not in told}
    return left, right - sum(sign * told[key] for key, sign in known.items() if key in told)


def _right(group: list[Equation]) -> list[int]:
    return [right for _, right in group]


def _up(value: float) -> float:
    return max(0, math.ceil(value - 1e-6))


def _down(value: float) -> float:
    return value if math.isinf(value) else math.floor(value + 1e-6)


class _Tableau:
    """The simplex method by Bland's rule, which cannot go round in circles. Small and dense."""

    def __init__(self, rows: list[list[int]], right: list[int]) -> None:
        self._many = len(rows[0])
        height = len(rows)
        self._rows: list[list[float]] = []
        for place, (row, value) in enumerate(zip(rows, right, strict=True)):
            sign = -1 if value < 0 else 1
            helper = [float(place == other) for other in range(height)]
            self._rows.append([*(float(sign * a) for a in row), *helper, float(sign * value)])
        self._basis = [self._many + place for place in range(height)]
        self._begin(height)

    def _begin(self, height: int) -> None:
        """Find a first solution, then forget the helpers that led to it."""
        goal = [-sum(column) for column in zip(*self._rows, strict=True)]
        goal[self._many : self._many + height] = [0.0] * height
        self._climb(goal)
        for place in range(height - 1, -1, -1):
            if self._basis[place] >= self._many:
                self._drive_out(place)
        self._rows = [[*row[: self._many], row[-1]] for row in self._rows]

    def _drive_out(self, place: int) -> None:
        """Take a helper out of the basis; where nothing can stand for it, its row says nothing."""
        row = self._rows[place]
        column = next((c for c in range(self._many) if abs(row[c]) > CLOSE), None)
        if column is None:
            del self._rows[place], self._basis[place]
        else:
            self._pivot(place, column, [])

    def highest(self, place: int, sign: int) -> float:
        """The highest that `sign` times the unknown at `place` can be."""
        goal = [0.0] * (self._many + 1)
        goal[place] = -float(sign)
        if place in self._basis:
            row = self._rows[self._basis.index(place)]
            goal = [a + sign * b for a, b in zip(goal, row, strict=True)]
        return self._climb(goal)

    def _climb(self, goal: list[float]) -> float:
        """Move from corner to corner until nothing makes the goal larger."""
        while True:
            column = next((c for c in range(self._many) if goal[c] < -CLOSE), None)
            if column is None:
                return goal[-1]
            place = self._leaving(column)
            if place is None:
                return math.inf
            self._pivot(place, column, goal)

    def _leaving(self, column: int) -> int | None:
        limits = [
            (row[-1] / row[column], self._basis[place], place)
            for place, row in enumerate(self._rows)
            if row[column] > CLOSE
        ]
        return min(limits)[2] if limits else None

    def _pivot(self, place: int, column: int, goal: list[float]) -> None:
        factor = self._rows[place][column]
        chosen = self._rows[place] = [value / factor for value in self._rows[place]]
        for other, row in enumerate(self._rows):
            if other != place and abs(row[column]) > CLOSE:
                times = row[column]
                self._rows[other] = [a - times * b for a, b in zip(row, chosen, strict=True)]
        if goal:
            times = goal[column]
            goal[:] = [a - times * b for a, b in zip(goal, chosen, strict=True)]
        self._basis[place] = column

"""One measured figure, as `make prove` and `make bench` print it."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """A row of promises.md: what was measured, the mark it must reach, and whether it did."""

    id: str
    name: str
    figure: str
    mark: str
    ok: bool

    def line(self) -> str:
        """One line a person reads."""
        held = "ok  " if self.ok else "MISS"
        return f"{self.id:<3} {held} {self.name}: {self.figure} (mark: {self.mark})"


@dataclass(frozen=True, slots=True)
class Speed:
    """A figure beside its floor, both from the same run.

    Args:
        ratio: value over floor, or None where there is no floor.
        n: how many things were measured.
    """

    id: str
    name: str
    value: float
    unit: str
    floor: float | None
    goal: str
    ok: bool
    n: int

    @property
    def ratio(self) -> float | None:
        """The value as a share of its floor."""
        return round(self.value / self.floor, 3) if self.floor else None

    def line(self) -> str:
        """One line of JSON."""
        told = {
            "id": self.id,
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "floor": None if self.floor is None else round(self.floor, 3),
            "ratio": self.ratio,
            "goal": self.goal,
            "ok": self.ok,
            "n": self.n,
        }
        return json.dumps(told)


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of all values do not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]

"""C1, C2: attacks on every number that leaves Heard, by linear programming and by subtraction.

The attacker's equations are written here anew and solved by scipy, so that a mistake in Heard's own
guard (core.intervals, core.disclosure) cannot hide itself.
"""

import itertools
import random
from collections.abc import Iterator, Mapping
from datetime import timedelta

import numpy
from scipy.optimize import linprog

from bench.figures import Proof
from bench.towns import COUNCILS, KEYS, LIMIT, Told, council, looked, published
from core.facts import AgeBand, Door, Face, Voice
from core.releases import Release
from core.summaries import Count, Period

BASES = ("only_count", "reviewed", "corrected")


class Attack:
    """All that is printed, as equations over what is in each span of days."""

    def __init__(self, views: list[Told], out: list[Mapping[str, Count]], days: list[Period]):
        cuts = sorted({p.start for p in days} | {p.end + timedelta(days=1) for p in days})
        self.spans = [Period(a, b - timedelta(days=1)) for a, b in itertools.pairwise(cuts)]
        self.truth = {s: looked(views, s) for s in self.spans}
        self.keys = list(next(iter(self.truth.values())))
        self.place = {
            (s, k): n for n, (s, k) in enumerate((s, k) for s in self.spans for k in self.keys)
        }
        self.rows: list[dict[int, int]] = []
        self.right: list[int] = []
        self._structure()
        for period, counts in zip(days, out, strict=True):
            for key, count in counts.items():
                if count.number is not None:
                    inside = [
                        s for s in self.spans if period.start <= s.start and s.end <= period.end
                    ]
                    self._add({self.place[s, key]: 1 for s in inside}, count.number)

    def _add(self, row: dict[int, int], right: int) -> None:
        self.rows.append(row)
        self.right.append(right)

    def _structure(self) -> None:
        """What everybody knows: parts add up. Written from what the words mean."""
        for span in self.spans:
            for voice in Voice:
                whole = f"{voice}/received"
                self._parts(span, whole, [f"{voice}/door/{door}" for door in Door])
                for part in (*(f"theme/{key}" for key in KEYS), *BASES):
                    rest = f"{voice}/not/{part.removeprefix('theme/')}"
                    self._parts(span, whole, [f"{voice}/{part}", rest])
            young = Voice.YOUNG_PERSON
            self._parts(span, f"{young}/received", [f"{young}/band/{b}" for b in (*AgeBand, "-")])
            for key in KEYS:
                faces = [f"{young}/face/{key}/{face}" for face in (*Face, "-")]
                self._parts(span, f"{young}/theme/{key}", faces)

    def _parts(self, span: Period, whole: str, parts: list[str]) -> None:
        row = {self.place[span, part]: 1 for part in parts}
        self._add(row | {self.place[span, whole]: -1}, 0)

    def intervals(self, wanted: list[dict[int, int]]) -> Iterator[tuple[float, float]]:
        """The least and the most that each sum of unknowns can be."""
        table = numpy.zeros((len(self.rows), len(self.place)))
        for n, row in enumerate(self.rows):
            for column, sign in row.items():
                table[n, column] = sign
        for one in wanted:
            goal = numpy.zeros(len(self.place))
            for column, sign in one.items():
                goal[column] = sign
            ends = [linprog(s * goal, A_eq=table, b_eq=self.right, method="highs") for s in (1, -1)]
            yield (
                round(ends[0].fun) if ends[0].status == 0 else 0.0,
                round(-ends[1].fun) if ends[1].status == 0 else float("inf"),
            )


def _attacked(
    views: list[Told], out: list[Mapping[str, Count]], days: list[Period], most: int
) -> list[float]:
    """How wide each small number can be told: of the releases, the spans between, and the rests."""
    attack = Attack(views, out, days)
    wanted = []
    for period in days:
        inside = [s for s in attack.spans if period.start <= s.start and s.end <= period.end]
        for key in attack.keys:
            if 0 < sum(attack.truth[s][key] for s in inside) < LIMIT:
                wanted.append({attack.place[s, key]: 1 for s in inside})
    wanted += [
        {attack.place[s, k]: 1}
        for s in attack.spans
        for k in attack.keys
        if 0 < attack.truth[s][k] < LIMIT
    ]
    random.Random(1).shuffle(wanted)
    return [most_ - least for least, most_ in attack.intervals(wanted[:most])]


def c1() -> Proof:
    """Linear programming on every table of many councils, all releases of a year together."""
    chance = random.Random(20261124)
    widths: list[float] = []
    naive: list[float] = []
    refused = outputs = 0
    for number in range(COUNCILS):
        views = council(chance)
        out, no = published(views)
        refused, outputs = refused + no, outputs + len(out)
        days = [one.period for one in out]
        widths += _attacked(views, [one.counts for one in out], days, 60)
        if number < 10:
            naive += _attacked(views, [_primary_only(views, p) for p in days], days, 60)
    exact = sum(w == 0 for w in widths)
    narrow = sum(w < LIMIT for w in widths)
    without = 100 * sum(w == 0 for w in naive) / len(naive)
    figure = (
        f"{exact} of {len(widths)} small numbers told exactly, {narrow} to within fewer than "
        f"{LIMIT}, narrowest {min(widths):g}, over {outputs} releases of {COUNCILS} councils "
        f"({refused} refused); with small numbers hidden alone it would be {without:.0f}%"
    )
    mark = f"0 told exactly; each at least {LIMIT} wide"
    return Proof("C1", "linear programming on releases", figure, mark, exact == narrow == 0)


def _primary_only(views: list[Told], period: Period) -> dict[str, Count]:
    """What many systems do: hide what is small, and nothing else."""
    return {
        key: Count(None, LIMIT) if 0 < n < LIMIT else Count(n)
        for key, n in looked(views, period).items()
        if "/not/" not in key
    }


def c2() -> Proof:
    """Subtraction: every pair of printed numbers of which one holds the other."""
    chance = random.Random(7)
    pairs = isolating = 0
    for _ in range(COUNCILS):
        out, _ = published(council(chance))
        for more, fewer in _nested(out):
            pairs += 1
            isolating += 0 < abs(more - fewer) < LIMIT
    figure = f"{isolating} of {pairs:,} pairs isolate fewer than {LIMIT}"
    return Proof("C2", "every pair of printed numbers", figure, "0", isolating == 0)


def _nested(out: list[Release]) -> Iterator[tuple[int, int]]:
    for one in out:
        for key, count in one.counts.items():
            for other in out:
                inside = (
                    one.period.start <= other.period.start and other.period.end <= one.period.end
                )
                for below in _below(key) if other is one else [key] if inside else []:
                    part = other.counts.get(below, Count(None)).number
                    if count.number is not None and part:
                        yield count.number, part


def _below(key: str) -> list[str]:
    """The keys whose people are all among this one's."""
    voice, kind, *rest = key.split("/")
    young = voice == Voice.YOUNG_PERSON
    if kind == "received":
        parts = [f"theme/{key}" for key in KEYS] + [f"door/{door}" for door in Door]
        parts += [f"band/{band}" for band in (*AgeBand, "-")] if young else []
        return [f"{voice}/{part}" for part in (*parts, *BASES)]
    if kind == "theme" and young:
        return [f"{voice}/face/{rest[0]}/{face}" for face in (*Face, "-")]
    return []

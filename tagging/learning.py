"""Room tagging: learns a table of weights from labelled texts, in plain Python, in a minute.

Rationale: logistic regression, one key against the rest, by AdaGrad. No framework until the
trained tagger of issue 3 needs one; the order of the texts is fixed, so the table is too.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from tagging.learned import CUE, START, likelihood, parts, share_of
from tagging.normalising import tokens

ROUNDS = 12
STEP = 0.5
POSITIVES_COUNT = 3.0  # a key is rare, so a text that carries it counts for more
PULL_BACK = 2e-2  # towards nought, so that a word seen twice does not rule
SMALLEST = 0.8  # a lighter weight is left out of the table
NEAR_ENOUGH = 0.02  # how far a verdict may stay from the truth
SEEN = 2  # texts in which a word must occur


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled text, and what the cues say about it."""

    text: str
    keys: frozenset[str]
    cues: Mapping[str, float]


Rows = dict[str, dict[str, float]]


class _Learner:
    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys
        self.weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(keys))
        self._squares: dict[str, list[float]] = defaultdict(lambda: [1e-2] * len(keys))

    def look(self, example: Example, names: Sequence[str]) -> None:
        share = share_of(len(names))
        rows = [self.weights[name] for name in names]
        start, cue = self.weights[START], self.weights[CUE]
        for at, key in enumerate(self._keys):
            said = example.cues.get(key, 0.0)
            total = start[at] + cue[at] * said + share * sum(row[at] for row in rows)
            true = key in example.keys
            slope = (likelihood(total) - true) * (POSITIVES_COUNT if true else 1.0)
            if abs(slope) < NEAR_ENOUGH:
                continue
            self._move(START, at, slope)
            if said:
                self._move(CUE, at, slope * said)
            for name in names:
                self._move(name, at, slope * share)

    def _move(self, name: str, at: int, slope: float) -> None:
        weight = self.weights[name][at]
        slope += PULL_BACK * weight
        self._squares[name][at] += slope * slope
        self.weights[name][at] = weight - STEP * slope / sqrt(self._squares[name][at])


def learn(examples: Sequence[Example], keys: Sequence[str], *, smallest: float = SMALLEST) -> Rows:
    """Gives the table that tells these keys apart in these texts."""
    names = [sorted({part.name for part in parts(tokens(one.text))}) for one in examples]
    seen = Counter(name for several in names for name in several)
    kept = [[name for name in several if seen[name] >= SEEN] for several in names]
    learner = _Learner(keys)
    order = list(range(len(examples)))
    chance = Random(0)  # noqa: S311 - the same order each time; nothing secret hangs on it
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            learner.look(examples[at], kept[at])
    return _table(learner.weights, keys, smallest)


def _table(weights: Mapping[str, Sequence[float]], keys: Sequence[str], smallest: float) -> Rows:
    rows: Rows = {}
    for name in sorted(weights):
        always = name in (START, CUE)
        row = {
            key: round(weight, 2)
            for key, weight in zip(keys, weights[name], strict=True)
            if always or abs(weight) >= smallest
        }
        if row:
            rows[name] = row
    return rows


def written(rows: Rows) -> str:
    """Gives a table as its file holds it."""
    return "".join(
        f"{word}\t{' '.join(f'{key}={weight:g}' for key, weight in row.items())}\n"
        for word, row in rows.items()
    )

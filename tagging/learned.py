"""Room tagging: what words weigh, learned from labelled texts and kept as a table of weights.

Rationale: young people hint more than they name, and a list of cues made by hand misses hints.
A weight a word is still explainable: whatever it adds is shown as the word that added it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from typing import NamedTuple

from tagging.cues import DATA
from tagging.normalising import Token

START = "(start)"  # the row of a table from which each key begins
CUE = "(cue)"  # the row that says how much a cue's own score counts
_ENDINGS = ("ings", "ing", "ers", "ed", "es", "s", "er")
_SHORTEST_STEM = 4


class Part(NamedTuple):
    """A word or a pair of words, stemmed, and the half-open place of its tokens."""

    name: str
    first: int
    last: int


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Gives a word without its ending, so that moves, moved and moving are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def parts(words: Sequence[Token]) -> Iterator[Part]:
    """Gives the single words and the pairs of a stretch of text."""
    before = ""
    for place, word in enumerate(words):
        now = stem(word.plain)
        yield Part(now, place, place + 1)
        if before:
            yield Part(f"{before} {now}", place - 1, place + 1)
        before = now


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely a key is, and the parts that spoke for it, strongest first."""

    likely: float
    carried: tuple[Part, ...]


class Weights:
    """A table of weights, one row a word: `word<TAB>key=weight key=weight`."""

    def __init__(self, rows: Mapping[str, Mapping[str, float]]) -> None:
        self._rows = {word: tuple(row.items()) for word, row in rows.items()}
        self._start = dict(rows.get(START, {}))
        self._cue = dict(rows.get(CUE, {}))

    def judge(self, words: Sequence[Token], cues: Mapping[str, float]) -> dict[str, Verdict]:
        """Gives a verdict for every key, from the words and what the cues say beside them."""
        known = {part.name: part for part in parts(words) if part.name in self._rows}
        share = share_of(len(known))
        sums = dict(self._start)
        spoke: dict[str, list[tuple[float, Part]]] = {key: [] for key in sums}
        for name, part in known.items():
            for key, weight in self._rows[name]:
                sums[key] += weight * share
                if weight * share > _SPEAKS:
                    spoke[key].append((weight, part))
        for key, score in cues.items():
            sums[key] += self._cue.get(key, 0.0) * score
        return {key: Verdict(likelihood(total), _best(spoke[key])) for key, total in sums.items()}


_SPEAKS = 0.35
_FEWEST = 6  # parts: in a shorter text one word alone does not rule


def share_of(parts_known: int) -> float:
    """Gives how much each part of a text counts, so that long and short texts weigh alike."""
    return 1 / sqrt(max(parts_known, _FEWEST))


def _best(spoke: list[tuple[float, Part]]) -> tuple[Part, ...]:
    return tuple(part for _, part in sorted(spoke, key=lambda one: -one[0]))


def likelihood(total: float) -> float:
    """Gives the logistic of a sum of weights."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def read_weights(name: str) -> Weights:
    """Gives one of this room's tables of weights."""
    rows = {}
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        word, cells = line.split("\t")
        rows[word] = {key: float(weight) for key, weight in (c.split("=") for c in cells.split())}
    return Weights(rows)

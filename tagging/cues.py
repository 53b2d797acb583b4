"""Room tagging: finds the cue words and phrases of the data files in a text.

Rationale: a look-up by first word is linear in the text, where one large pattern is not.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagging.normalising import Token, tokens

DATA = Path(__file__).parent / "data"
ANY_WORD = "_"
_STEM = 3


def read_data(name: str) -> dict[str, Any]:
    """Gives the content of one of this room's data files."""
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase, what it speaks for, and how much (0 to 1)."""

    phrase: tuple[str, ...]
    key: str
    weight: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found, and the half-open place of its words among the tokens."""

    cue: Cue
    first: int
    last: int


def cue(phrase: str, key: str, weight: float) -> Cue:
    """Gives a cue for a phrase as the data files write it.

    Raises:
        ValueError: the phrase is not in plain words, or its stem is too short to look up.
    """
    parts = tuple(phrase.split())
    for part in parts:
        stem = part.removesuffix("*")
        if part != ANY_WORD and [token.plain for token in tokens(stem)] != [stem]:
            raise ValueError(f"not a plain cue: {phrase}")
    if parts[0] == ANY_WORD or (parts[0].endswith("*") and len(parts[0]) <= _STEM):
        raise ValueError(f"a cue must begin with a word: {phrase}")
    return Cue(parts, key, weight)


class CueBook:
    """All cues of one kind, ready to be looked up."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_word: dict[str, list[Cue]] = defaultdict(list)
        self._by_stem: dict[str, list[Cue]] = defaultdict(list)
        for each in cues:
            first = each.phrase[0]
            if first.endswith("*"):
                self._by_stem[first[:_STEM]].append(each)
            else:
                self._by_word[first].append(each)
        for index in (self._by_word, self._by_stem):
            for several in index.values():
                several.sort(key=lambda one: -len(one.phrase))

    def vocabulary(self) -> set[str]:
        """Gives the words that begin a phrase."""
        return set(self._by_word)

    def find(self, words: Sequence[Token]) -> Iterator[Hit]:
        """Gives every cue in order; at one place only the longest, for all that it speaks for."""
        place = 0
        while place < len(words):
            hits = self._at(words, place)
            yield from hits
            place = hits[0].last if hits else place + 1

    def find_within(self, words: Sequence[Token]) -> Iterator[Hit]:
        """Gives what `find` gives and what begins inside it: no cue hides behind another."""
        for place in range(len(words)):
            yield from self._at(words, place)

    def _at(self, words: Sequence[Token], place: int) -> list[Hit]:
        word = words[place].plain
        hits: list[Hit] = []
        for index, start in ((self._by_word, word), (self._by_stem, word[:_STEM])):
            for each in index.get(start, ()):
                last = place + len(each.phrase)
                if hits and last < hits[0].last:
                    break
                if _fits(each.phrase, words, place):
                    if hits and last > hits[0].last:
                        hits.clear()
                    hits.append(Hit(each, place, last))
        return hits


def _fits(phrase: tuple[str, ...], words: Sequence[Token], place: int) -> bool:
    if place + len(phrase) > len(words):
        return False
    for step, part in enumerate(phrase, start=place):
        word = words[step].plain
        if part != word and not _stands_for(part, word):
            return False
    return True


def _stands_for(part: str, word: str) -> bool:
    return part == ANY_WORD or (part[-1] == "*" and word.startswith(part[:-1]))

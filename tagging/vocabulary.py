"""Room tagging: how much each word and each piece of a word counts in a text (TF-IDF).

Rationale: slang and misspelling share pieces with what they stand for; MiniLM often loses both.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from tagging.learned import parts
from tagging.normalising import Token

Array = npt.NDArray[np.float32]
Sparse = tuple[npt.NDArray[np.int64], Array]  # columns and their weights
READ_WORDS = 4_000
SHORTEST, LONGEST = 3, 5
MOST_KNOWN = 20_000  # words whose pieces are kept
WORDS, PIECES = "w", "p"


def words_of(words: Sequence[Token]) -> Iterable[str]:
    """Gives the stemmed words and pairs of words of a text."""
    return (part.name for part in parts(words[:READ_WORDS]))


def pieces_of(words: Sequence[Token]) -> Iterable[str]:
    """Gives the runs of three to five letters, with a blank at either end of each word."""
    for word in words[:READ_WORDS]:
        edged = f" {word.plain[:30]} "
        for long in range(SHORTEST, min(LONGEST, len(edged)) + 1):
            for at in range(len(edged) - long + 1):
                yield edged[at : at + long]


class Vocabulary:
    """What was seen while learning, and how rare it was.

    Args:
        names: one name a column.
        rarity: its inverse document frequency.
    """

    def __init__(self, names: Sequence[str], rarity: Array) -> None:
        self.names = names
        self.rarity = rarity
        self._column = {name: column for column, name in enumerate(names)}
        self._known: dict[str, tuple[int, ...]] = {}

    def weigh(self, said: Iterable[str]) -> Sparse:
        """Gives a text of length one in the columns it touches."""
        return self._weighed(
            Counter(column for name in said if (column := self._column.get(name)) is not None)
        )

    def weigh_pieces(self, words: Sequence[Token]) -> Sparse:
        """Gives the same for the pieces of words; those of a word are looked up once."""
        counts: Counter[int] = Counter()
        for word in words[:READ_WORDS]:
            columns = self._known.get(word.plain)
            if columns is None:
                found = (self._column.get(piece) for piece in pieces_of([word]))
                columns = tuple(column for column in found if column is not None)
                if len(self._known) < MOST_KNOWN:
                    self._known[word.plain] = columns
            counts.update(columns)
        return self._weighed(counts)

    def _weighed(self, counts: Counter[int]) -> Sparse:
        columns = np.fromiter(counts, np.int64, len(counts))
        times = np.fromiter(counts.values(), np.float32, len(counts))
        weights: Array = (1 + np.log(times)) * self.rarity[columns]
        length = sqrt(float(weights @ weights))
        return columns, weights / length if length else weights

    def column(self, name: str) -> int | None:
        """Gives the column of a name, or None."""
        return self._column.get(name)


def learn_vocabulary(texts: Sequence[Iterable[str]], *, seen: int) -> Vocabulary:
    """Gives the names that at least `seen` texts hold."""
    within = Counter(name for text in texts for name in set(text))
    names = sorted(name for name, times in within.items() if times >= seen)
    many = 1 + len(texts)
    rarity = np.array([1 + log(many / (1 + within[name])) for name in names], np.float32)
    return Vocabulary(names, rarity)

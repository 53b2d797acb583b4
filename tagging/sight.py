"""Room tagging: how the machine sees a text: MiniLM's vector, its words and pieces of words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tagging.encoder import JOINED, WIDTH, Encoder, Read
from tagging.machine import Array, Seen
from tagging.normalising import Token
from tagging.vocabulary import Vocabulary, words_of

DIMENSIONS = 384
POOLS = 2  # the mean of all pieces of words, and the highest that any piece reaches
STRETCH = 12  # pieces of words: about a clause


@dataclass(frozen=True, slots=True)
class Basis:
    """The middle of all joined vectors, and the directions in which they differ most.

    Args:
        middle: (pools x layers x width,).
        directions: (pools x layers x width, DIMENSIONS).
    """

    middle: Array
    directions: Array

    def place(self, joined: Array) -> Array:
        """Gives joined vectors, (texts, pools x layers x width), in this basis, of length one."""
        return _unit(((even(joined) - self.middle) @ self.directions).astype(np.float32))


def even(joined: Array) -> Array:
    """Gives (texts, pools x layers x width) vectors with every layer of the same length."""
    layers = joined.reshape(-1, POOLS * len(JOINED), WIDTH)
    lengths = np.linalg.norm(layers, axis=2, keepdims=True) * np.sqrt(layers.shape[1]) + 1e-9
    equal: Array = (layers / lengths).reshape(joined.shape).astype(np.float32)
    return equal


def pooled(states: Array) -> Array:
    """Gives the joined vector of a stretch of pieces, (pools x layers x width,).

    Rationale: the mean of a text over many things is near to none of them; what one piece of a
    word says strongly stays in sight beside it (docs/decisions/0011).
    """
    return np.concatenate([states.mean(axis=0), states.max(axis=0)])


def learn_basis(joined: Array) -> Basis:
    """Gives the basis of these joined vectors, (texts, pools x layers x width)."""
    rows = even(joined)
    middle = rows.mean(axis=0)
    rows = _unit(rows - middle)
    _, directions = np.linalg.eigh(rows.T @ rows)
    return Basis(middle, np.ascontiguousarray(directions[:, : -DIMENSIONS - 1 : -1]))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause-long stretch: where it begins in the text, and its joined vector."""

    start: int
    joined: Array


@dataclass(frozen=True, slots=True)
class Part:
    """As much of a text as the encoder reads at once; nearly always all of it."""

    words: Sequence[Token]
    joined: Array
    read: Read | None = None

    def clauses(self) -> list[Clause]:
        """Gives stretches that overlap by half, where there is more than one.

        Rationale: few texts are ever asked for them, so they are not made before.
        """
        if self.read is None or len(self.read.states) <= STRETCH:
            return []
        return [
            Clause(int(self.read.starts[at]), pooled(self.read.states[at : at + STRETCH]))
            for at in range(0, len(self.read.states) - STRETCH // 2, STRETCH // 2)
        ]


NOTHING: Array = np.zeros(POOLS * len(JOINED) * WIDTH, np.float32)


def split(words: Sequence[Token], windows: Sequence[Read]) -> list[Part]:
    """Gives the parts of a text; a text without a word the encoder knows is one empty part."""
    starts = [int(one.starts[0]) for one in windows if len(one.starts)]
    if not starts:
        return [Part(words[:1], NOTHING)]
    parts = []
    for read, start, end in zip(windows, starts, [*starts[1:], None], strict=False):
        own = [w for w in words if start <= w.start and (end is None or w.start < end)]
        parts.append(Part(own, pooled(read.states), read))
    return parts


def _unit(rows: Array) -> Array:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Array = (rows / (lengths + 1e-9)).astype(np.float32)
    return unit


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything it takes to see a text."""

    encoder: Encoder
    basis: Basis
    words: Vocabulary
    pieces: Vocabulary

    def of(self, parts: Sequence[Part]) -> Seen:
        """Gives parts of texts as the machine sees them."""
        return Seen(
            vectors=self.places(parts),
            words=[self.words.weigh(words_of(part.words)) for part in parts],
            pieces=[self.pieces.weigh_pieces(part.words) for part in parts],
        )

    def places(self, stretches: Sequence[Clause | Part]) -> Array:
        """Gives the vectors of clauses or parts, (stretches, DIMENSIONS)."""
        return self.basis.place(np.stack([one.joined for one in stretches]))

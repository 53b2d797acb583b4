"""Room tagging: the machine that learned. Vectors and words in, a calibrated score a key out.

Rationale: ridge regression on a sum of kernels (nearness of MiniLM's vectors, words in common,
pieces of words in common). It beat the mean of SVM, regression, neighbours and cues on hands it
had not seen, learns in closed form in seconds, and needs nothing but numpy (docs/decisions/0011).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tagging.vocabulary import Sparse

Array = npt.NDArray[np.float32]
NEAR = 1.2  # how fast nearness falls with distance
WORDS_SHARE = 0.5  # of words in common, beside nearness
PIECES_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Seen:
    """Texts as the machine sees them, one row or entry a text.

    Args:
        vectors: of length one, (texts, dimensions).
        words: words and pairs of words.
        pieces: pieces of words.
    """

    vectors: Array
    words: Sequence[Sparse]
    pieces: Sequence[Sparse]


@dataclass(frozen=True, slots=True)
class Machine:
    """What was learned about some keys.

    Args:
        pull: how each text that taught pulls each key, (texts, keys); nothing for texts that
            say nothing about these keys.
        word_weights, piece_weights: what each column adds to each key, (columns, keys).
        usual: how often each key occurs, (keys,).
        curve: per key how a raw score becomes a probability, (2, keys).
    """

    keys: tuple[str, ...]
    pull: Array
    word_weights: Array
    piece_weights: Array
    usual: Array
    curve: Array

    def raw(self, seen: Seen, near: Array) -> Array:
        """Gives the scores before calibration, (texts, keys).

        Args:
            near: how near each text is to each that taught, (texts, texts that taught).
        """
        scores = near @ self.pull + self.usual
        for row, (said, pieces) in enumerate(zip(seen.words, seen.pieces, strict=True)):
            scores[row] += said[1] @ self.word_weights[said[0]]
            scores[row] += pieces[1] @ self.piece_weights[pieces[0]]
        return scores

    def likely(self, seen: Seen, near: Array) -> Array:
        """Gives how likely each key is, 0 to 1, (texts, keys); `near` as in `raw`."""
        return calibrated(self.raw(seen, near), self.curve)

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """Gives what a file keeps, in half precision where that loses nothing that counts."""
        return {
            "keys": np.array(self.keys),
            "pull": self.pull.astype(np.float16),
            "word_weights": self.word_weights.astype(np.float16),
            "piece_weights": self.piece_weights.astype(np.float16),
            "usual": self.usual,
            "curve": self.curve,
        }


def rise(near: Array, pull: Array, centres: Array) -> Array:
    """Gives the direction in which each key's score rises fastest from a text, (keys, dimensions).

    Args:
        near: how near the text is to each that taught, (texts,).
        pull: how these pull the keys, (texts, keys).
    """
    pulled: Array = pull.T * near
    return pulled @ centres


def machine_of(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Machine:
    """Gives a machine from what a file kept."""
    single = {name: arrays[name].astype(np.float32) for name in arrays if name != "keys"}
    return Machine(keys=tuple(str(key) for key in arrays["keys"]), **single)


def nearness(left: Array, right: Array) -> Array:
    """Gives the radial kernel of each pair, (left, right), of rows that have length one."""
    near: Array = left @ right.T
    near -= 1
    near *= 2 * NEAR
    np.exp(near, out=near)
    return near


def calibrated(raw: Array, curve: Array) -> Array:
    """Gives probabilities, (texts, keys) like `raw`, by a logistic curve a key, (2, keys)."""
    total = raw * curve[0] + curve[1]
    likely: Array = (1 / (1 + np.exp(-np.clip(total, -30, 30)))).astype(np.float32)
    return likely

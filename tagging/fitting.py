"""Room tagging: how the machine learns, in closed form and with numpy alone.

Rationale: with ridge regression, what the machine would say about one author's texts had it
never seen that author follows from one matrix. So calibration and the tuning of what it picks
never look at scores that an author's other texts have helped to make.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tagging.machine import PIECES_SHARE, WORDS_SHARE, Array, Machine, Seen, calibrated, nearness
from tagging.vocabulary import table

RIDGE = 0.24
CURVE_ROUNDS = 30
COLUMNS_AT_ONCE = 4_000


@dataclass(frozen=True, slots=True)
class Fitted:
    """A machine, and what it would say of each text without that text's hand (calibrated)."""

    machine: Machine
    apart: Array


def fit(
    seen: Seen,
    labels: Array,
    hands: Sequence[str],
    keys: Sequence[str],
    widths: tuple[int, int],
) -> Fitted:
    """Gives the machine that learned these labels.

    Args:
        labels: 0 or 1, (texts, keys).
        hands: the author of each text.
        widths: how many columns words and pieces have.
    """
    words, pieces = table(seen.words, widths[0]), table(seen.pieces, widths[1])
    inverse = _inverse(seen, words, pieces)
    usual = labels.mean(axis=0)
    pull, apart = _solved(inverse, labels - usual, hands)
    apart += usual
    curve = _curves(apart, labels)
    machine = Machine(
        tuple(keys),
        seen.vectors,
        pull,
        np.float32(WORDS_SHARE) * (words.T @ pull),
        np.float32(PIECES_SHARE) * (pieces.T @ pull),
        usual,
        curve,
    )
    return Fitted(machine, calibrated(apart, curve))


def _common(rows: Array) -> Array:
    common = np.zeros((len(rows), len(rows)), np.float32)
    for start in range(0, rows.shape[1], COLUMNS_AT_ONCE):
        part = rows[:, start : start + COLUMNS_AT_ONCE]
        common += part @ part.T
    return common


def _inverse(seen: Seen, words: Array, pieces: Array) -> Array:
    kernel = nearness(seen.vectors, seen.vectors)
    kernel += WORDS_SHARE * _common(words)
    kernel += PIECES_SHARE * _common(pieces)
    kernel[np.diag_indices_from(kernel)] += RIDGE
    inverse: Array = np.linalg.inv(kernel)
    return inverse


def _solved(inverse: Array, wanted: Array, hands: Sequence[str]) -> tuple[Array, Array]:
    """Gives each text's pull, and every text's score had its hand not been there."""
    pull: Array = inverse @ wanted
    apart = np.zeros_like(wanted)
    by = np.array(hands)
    for hand in np.unique(by):
        rows = np.flatnonzero(by == hand)
        missed = np.linalg.solve(inverse[np.ix_(rows, rows)], pull[rows])
        apart[rows] = wanted[rows] - missed
    return pull, apart


def _curves(scores: Array, labels: Array) -> Array:
    """Gives for each key the logistic curve that fits, by Newton's method."""
    once = np.ones(len(scores))
    curves = [
        _curve(np.stack([scores[:, key], once], axis=1), labels[:, key])
        for key in range(labels.shape[1])
    ]
    return np.stack(curves, axis=1).astype(np.float32)


def _curve(given: npt.NDArray[np.float64], true: Array) -> npt.NDArray[np.float64]:
    weights = np.zeros(given.shape[1])
    for _ in range(CURVE_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (likely - true) + 1e-2 * weights
        bend = (given * (likely * (1 - likely))[:, None]).T @ given + 1e-2 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights

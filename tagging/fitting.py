"""Room tagging: how the machine learns, in closed form and with numpy alone.

Rationale: with ridge regression, what the machine would say about one author's texts had it
never seen that author follows from one matrix. So calibration and the tuning of what it picks
never look at scores that an author's other texts have helped to make.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tagging.machine import PIECES_SHARE, WORDS_SHARE, Array, Machine, Seen, calibrated, nearness
from tagging.vocabulary import Sparse

RIDGE = 0.24
CURVE_ROUNDS = 30
NEAR_ENOUGH, SMALL, MOST_STEPS = np.float32(1e-7), np.float32(1e-12), 600
COLUMNS_AT_ONCE, ROWS_AT_ONCE = 1_000, 512
OFTEN = 60  # texts that share a column: from here a table is quicker than one pair after another


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
        labels: 0 to 1, (texts, keys).
        hands: the author of each text.
        widths: how many columns words and pieces have.
    """
    inverse: Array = np.linalg.inv(_kernel(seen, widths))
    usual = labels.mean(axis=0)
    pull, apart = _solved(inverse, labels - usual, hands)
    apart += usual
    curve = _curves(apart, labels)
    machine = _machine(seen, pull, usual, curve, keys, widths)
    return Fitted(machine, calibrated(apart, curve))


def refit(
    seen: Seen,
    labels: Array,
    keys: Sequence[str],
    widths: tuple[int, int],
    earlier: tuple[Array, Array],
) -> Machine:
    """Gives the machine that learned these labels, from an earlier one's pull and calibration.

    Rationale: from where an earlier machine stood it is a short way, which needs neither an
    inverse nor a second table of its size.
    """
    pull, curve = earlier
    usual = labels.mean(axis=0)
    pull = _nearer(_kernel(seen, widths), labels - usual, pull)
    return _machine(seen, pull, usual, curve, keys, widths)


def _nearer(kernel: Array, wanted: Array, pull: Array) -> Array:
    """Gives the pull that the kernel turns into what is wanted, by conjugate gradients."""
    pull = pull.copy()
    missed = wanted - kernel @ pull
    way = missed.copy()
    still = (missed * missed).sum(axis=0)
    enough = NEAR_ENOUGH * (wanted * wanted).sum(axis=0)
    for _ in range(MOST_STEPS):
        if (still <= enough).all():
            break
        ahead = kernel @ way
        step = still / np.maximum((way * ahead).sum(axis=0), SMALL)
        pull += step * way
        missed -= step * ahead
        now = (missed * missed).sum(axis=0)
        way = missed + (now / np.maximum(still, SMALL)) * way
        still = now
    return pull


def _machine(
    seen: Seen,
    pull: Array,
    usual: Array,
    curve: Array,
    keys: Sequence[str],
    widths: tuple[int, int],
) -> Machine:
    return Machine(
        tuple(keys),
        pull,
        np.float32(WORDS_SHARE) * _carried(seen.words, pull, widths[0]),
        np.float32(PIECES_SHARE) * _carried(seen.pieces, pull, widths[1]),
        usual,
        curve,
    )


def _carried(rows: Sequence[Sparse], pull: Array, width: int) -> Array:
    """What each column adds to each key."""
    carried = np.zeros((width, pull.shape[1]), np.float32)
    for (columns, weights), pulled in zip(rows, pull, strict=True):
        carried[columns] += weights[:, None] * pulled
    return carried


def _kernel(seen: Seen, widths: tuple[int, int]) -> Array:
    """How alike the texts are, each with each, and the ridge on the diagonal."""
    kernel = nearness(seen.vectors, seen.vectors)
    _add_common(kernel, seen.words, widths[0], WORDS_SHARE)
    _add_common(kernel, seen.pieces, widths[1], PIECES_SHARE)
    kernel[np.diag_indices_from(kernel)] += RIDGE
    return kernel


def _add_common(kernel: Array, rows: Sequence[Sparse], width: int, share: float) -> None:
    """Add what they have in common. Rare columns touch few pairs, so no large table is made."""
    text = np.repeat(np.arange(len(rows)), [len(columns) for columns, _ in rows])
    column = np.concatenate([columns for columns, _ in rows])
    weight = np.concatenate([weights for _, weights in rows]) * np.float32(share**0.5)
    order = np.argsort(column, kind="stable")
    text, weight = text[order], weight[order]
    counts = np.bincount(column, minlength=width)
    ends = np.cumsum(counts)
    often: list[tuple[npt.NDArray[np.int64], Array]] = []
    for start, end in zip((ends - counts).tolist(), ends.tolist(), strict=True):
        some = text[start:end], weight[start:end]
        if end - start >= OFTEN:
            often.append(some)
        elif end > start:
            kernel[np.ix_(some[0], some[0])] += np.outer(some[1], some[1])
    for table in _tables(often, len(rows)):
        for start in range(0, len(rows), ROWS_AT_ONCE):
            kernel[start : start + ROWS_AT_ONCE] += table[start : start + ROWS_AT_ONCE] @ table.T


def _tables(often: Sequence[tuple[npt.NDArray[np.int64], Array]], texts: int) -> Iterator[Array]:
    for start in range(0, len(often), COLUMNS_AT_ONCE):
        some = often[start : start + COLUMNS_AT_ONCE]
        table = np.zeros((texts, len(some)), np.float32)
        for at, (rows, weights) in enumerate(some):
            table[rows, at] = weights
        yield table


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

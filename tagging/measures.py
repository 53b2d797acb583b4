"""Room tagging: how well suggestions fit labels, as docs and retraining report it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from core.facts import Suggestions
from core.themes import BY_KEY
from tagging.texts import Labelled

FIRST = 3


def theme_figures(
    labels: Sequence[set[str]], picks: Sequence[set[str]], ranked: Sequence[Sequence[str]]
) -> dict[str, float]:
    """Gives micro-F1, macro-F1 and the share of labels among the first three suggestions."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    among_first = 0
    for true, picked, first in zip(labels, picks, ranked, strict=True):
        right.update(true & picked)
        wrong.update(picked - true)
        missed.update(true - picked)
        among_first += len(true & set(first[:FIRST]))
    keys = sorted(set(right) | set(missed))
    return {
        "themes: micro-F1": _f1(right.total(), wrong.total(), missed.total()),
        "themes: macro-F1": sum(_f1(right[k], wrong[k], missed[k]) for k in keys)
        / max(1, len(keys)),
        "themes: recall at 3": among_first / max(1, sum(map(len, labels))),
        "themes: precision": right.total() / max(1, right.total() + wrong.total()),
        "themes: recall": right.total() / max(1, right.total() + missed.total()),
    }


def reader_fit(texts: Sequence[Labelled], picks: Sequence[set[str]]) -> float:
    """Gives micro-F1 and macro-F1 together, 0 to 2, where a label counts as far as readers agree.

    Rationale: cuts are fixed by it, so that none is fitted to how many labels one author gives.
    """
    about = np.array([[one.about(key) or 0.0 for key in BY_KEY] for one in texts])
    picked = np.array([[key in chosen for key in BY_KEY] for chosen in picks])
    right, all_ = (about * picked).sum(axis=0), about.sum(axis=0) + picked.sum(axis=0)
    micro = 2 * right.sum() / max(1.0, all_.sum())
    return float(micro + (2 * right[all_ > 0] / all_[all_ > 0]).mean())


def worry_figures(labels: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """Gives how many of each level were raised at all, and how many urgent as urgent."""
    pairs = Counter(zip(labels, said, strict=True))
    of = Counter(labels)
    figures = {
        f"worry: {level} raised": 1 - pairs[level, "none"] / max(1, of[level])
        for level in ("urgent", "concern", "none")
    }
    figures["worry: urgent as urgent"] = pairs["urgent", "urgent"] / max(1, of["urgent"])
    return figures


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + wrong + missed)


def covered(text: Labelled, said: Suggestions) -> list[bool]:
    """Gives for each character of a true detail whether some span covers it."""
    marked = bytearray(len(text.text))
    for one in said.personal:
        marked[one.start : one.end] = b"\x01" * (one.end - one.start)
    found, place = [], 0
    for detail, _ in text.personal or ():
        start = text.text.find(detail, place)
        start = text.text.find(detail) if start < 0 else start
        if start >= 0:
            found += [bool(mark) for mark in marked[start : start + len(detail)]]
            place = start + len(detail)
    return found


def calm_marked(pairs: Sequence[tuple[Labelled, Suggestions]]) -> list[bool]:
    """Gives for each text without details whether it was marked all the same."""
    return [bool(said.personal) for text, said in pairs if not text.personal]

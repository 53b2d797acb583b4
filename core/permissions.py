"""Who may see which of somebody's sentences: everyone, councillors in private, or nobody."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.facts import Permission
from core.masking import masked

MOST_SENTENCES = 60
LEFT_OUT = " [...] "
# From the most private to the most open; who may see the one may see all that is to its right.
ORDER = (Permission.COUNT_ONLY, Permission.COUNCILLORS, Permission.EVERYONE)
END = re.compile(r"[.!?…؟።。]+[\"'”’)\]]*(?=\s)|(?=\n)")
Spans = Iterable[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the words, by its place in them (code points, half-open)."""

    start: int
    end: int
    words: str
    permission: Permission


def places_of(words: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence stands. One that is long beyond use is taken as a whole.

    Rationale: a full stop in "St. Mary's" makes one sentence too many, which costs a press; a
    sentence that runs on makes one too few, and then the more private answer holds for both.
    """
    ends = [*(found.end() for found in END.finditer(words)), len(words)]
    found, at = [], 0
    for end in ends:
        piece = words[at:end]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            found.append((start, start + len(piece.strip())))
        at = max(at, end)
    if len(found) > MOST_SENTENCES:
        return ((found[0][0], found[-1][1]),)
    return tuple(found)


def sentences_of(words: str, chosen: Sequence[Permission], whole: Permission) -> list[Sentence]:
    """Each sentence with what was chosen for it; `whole` for all where the choices do not fit."""
    places = places_of(words)
    each = chosen if len(chosen) == len(places) else [whole] * len(places)
    pairs = zip(places, each, strict=True)
    return [Sentence(start, end, words[start:end], one) for (start, end), one in pairs]


def most_open(chosen: Iterable[Permission]) -> Permission:
    """The most open of several: what stands for the view as a whole."""
    return max(chosen, key=ORDER.index, default=Permission.COUNT_ONLY)


def more_open(now: Permission, before: Permission) -> bool:
    """Whether more people may see it now than before."""
    return ORDER.index(now) > ORDER.index(before)


def lets(permission: Permission, audience: Permission) -> bool:
    """Whether words with this permission may be shown to `audience`."""
    return ORDER.index(permission) >= ORDER.index(audience) > 0


def as_shown(words: str, sentences: Sequence[Sentence], masks: Spans, audience: Permission) -> str:
    """What this audience would read: permitted sentences, masked, [...] where some are left out.

    Empty where they may read none.
    """
    runs: list[list[int]] = []
    last = -2
    for place, one in enumerate(sentences):
        if not lets(one.permission, audience):
            continue
        if last == place - 1:
            runs[-1][1] = one.end
        else:
            runs.append([one.start, one.end])
        last = place
    hidden = tuple(masks)
    return LEFT_OUT.join(_masked(words, start, end, hidden) for start, end in runs)


def _masked(words: str, start: int, end: int, masks: Spans) -> str:
    inside = [
        (max(from_, start) - start, min(to, end) - start, type_)
        for from_, to, type_ in masks
        if from_ < end and to > start
    ]
    return masked(words[start:end], inside)

"""Cuts the words into pieces, so that the page can mark each one and still escape every letter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from core.facts import PersonalDetail
from core.stories import Mask
from web.officers.plain import readable


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the words: masked, found by the machine, carrying a theme, or plain.

    Args:
        start: code point where the piece begins in the whole words.
    """

    text: str
    start: int
    mask: Mask | None = None
    found: PersonalDetail | None = None
    why: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open span of code points."""

    start: int
    end: int


S = TypeVar("S", Mask, PersonalDetail, Span)


def pieces(
    words: str, found: Sequence[PersonalDetail], masks: Sequence[Mask], why: Sequence[str] = ()
) -> tuple[Piece, ...]:
    """The words cut at every edge of a mask, a found detail or a telling word."""
    spans = [(span.start, span.end) for span in found]
    spans += [(span.start, span.end) for span in masks]
    telling = [span for word in why for span in places(words, word) if _free(span, spans)]
    spans += [(span.start, span.end) for span in telling]
    edges = {0, len(words)} | {min(edge, len(words)) for span in spans for edge in span}

    def piece(start: int, end: int) -> Piece:
        marks = _over(masks, start), _over(found, start), _over(telling, start) is not None
        return Piece(readable(words[start:end]), start, *marks)

    return tuple(piece(start, end) for start, end in pairwise(sorted(edges)))


def _free(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """True where no mark lies over the span; a name stays whole."""
    return all(span.end <= start or end <= span.start for start, end in taken)


def _over(spans: Sequence[S], at: int) -> S | None:
    return next((span for span in spans if span.start <= at < span.end), None)


def places(words: str, wanted: str) -> tuple[Span, ...]:
    """Every place where these very words stand, whatever their capitals and line ends."""
    bits = wanted.split()
    if not bits:
        return ()
    return tuple(_spans(" ".join(bits), words))


def _spans(wanted: str, words: str) -> Iterator[Span]:
    pattern = r"\s+".join(map(re.escape, wanted.split(" ")))
    before = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1].isalnum() else ""
    for hit in re.finditer(before + pattern + after, words, re.IGNORECASE):
        yield Span(hit.start(), hit.end())


def unmasked(found: Sequence[PersonalDetail], masks: Sequence[Mask]) -> tuple[PersonalDetail, ...]:
    """Details that the machine found and no mask covers yet."""
    return tuple(
        detail
        for detail in found
        if not any(mask.start <= detail.start and detail.end <= mask.end for mask in masks)
    )

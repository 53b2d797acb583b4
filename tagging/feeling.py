"""Room tagging: how somebody feels about what they describe. Only this module knows TextBlob.

Rationale: TextBlob alone calls "I don't feel safe at home" glad, so words that young people and
Yorkshire use are looked up first, negation is turned, and TextBlob reads only what is left over.
A hint for aggregates, never for urgency and never printed about one person.
"""

import re
from collections.abc import Iterator, Sequence

from textblob.en import polarity

from core.facts import Feeling
from tagging.cues import Cue, CueBook, Hit, cue, read_data
from tagging.normalising import Token, level

CLEAR = 0.2  # polarity from which a clause takes a side
READ_WORDS = 2_000
TURNS_BACK = 3  # words before a cue in which a negation turns it
_END_OF_CLAUSE = re.compile(r"[.!?;:,\n]|\b(?:but|though|although|however|except|tho)\b")


def _feeling_cues(lists: dict[str, list[str]]) -> Iterator[Cue]:
    for key, weight in (("positive", 0.6), ("negative", -0.6), ("neither", 0.0)):
        for phrase in lists[key]:
            yield cue(phrase, key, weight)


class FeelingReader:
    """Reads a feeling out of words, clause by clause."""

    def __init__(self) -> None:
        lists = read_data("feeling.toml")
        self._cues = CueBook(_feeling_cues(lists))
        self._negations = frozenset(lists["negations"])
        self._written_out: dict[str, str] = lists["written_out"]
        self._signs = dict.fromkeys(lists["glad_signs"], 0.6)
        self._signs |= dict.fromkeys(lists["sad_signs"], -0.6)

    def read(self, text: str, words: Sequence[Token]) -> Feeling:
        """Gives positive, negative, mixed where both are clear, or neutral."""
        sides = [self._clause(clause) for clause in _clauses(text, words[:READ_WORDS])]
        sides += [value for sign, value in self._signs.items() if sign in text]
        glad, low = sum(v for v in sides if v > CLEAR), -sum(v for v in sides if v < -CLEAR)
        if glad and low and min(glad, low) * 2.5 >= max(glad, low):
            return Feeling.MIXED
        if glad == low:
            return Feeling.NEUTRAL
        return Feeling.POSITIVE if glad > low else Feeling.NEGATIVE

    def _clause(self, words: Sequence[Token]) -> float:
        hits = list(self._cues.find(words))
        if hits:
            return sum(self._turned(hit, words) for hit in hits)
        plain = " ".join(self._written_out.get(word.plain, word.plain) for word in words)
        return float(polarity(plain)) * 0.9

    def _turned(self, hit: Hit, words: Sequence[Token]) -> float:
        before = words[max(0, hit.first - TURNS_BACK) : hit.first]
        if not any(word.plain in self._negations for word in before):
            return hit.cue.weight
        return -hit.cue.weight if hit.cue.weight > 0 else -hit.cue.weight / 2


def _clauses(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    levelled = level(text[: words[-1].end]) if words else ""
    ends = [match.start() for match in _END_OF_CLAUSE.finditer(levelled)]
    place = 0
    for word in words:
        ended = False
        while place < len(ends) and ends[place] <= word.start:
            place, ended = place + 1, True
        if ended and clause:
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause

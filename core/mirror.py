"""Words of the office that young people in care ask adults not to use, and what to say instead.

Source: word lists that young people's councils made; the council's own list comes before this one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One line of the list: what not to say, what to say instead, and why."""

    id: str
    say: str
    instead: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a word of the list stands in a text."""

    start: int
    end: int
    word: Word


INSTEAD = {
    "placement": "home, or where you live",
    "placements": "homes",
    "contact": "family time",
    "LAC": "young people in care",
    "looked after child": "young person in care",
    "looked after children": "young people in care",
    "siblings": "brothers and sisters",
    "sibling": "brother or sister",
    "respite": "a break",
    "care leaver": "care-experienced young person",
    "peers": "friends",
    "abscond": "went missing",
    "absconded": "went missing",
    "challenging behaviour": "having a hard time",
    "UASC": "young person",
    "NEET": "not working or in education right now",
    "contact centre": "family centre",
    "caseload": "the young people they work with",
    "caseloads": "how many young people they work with",
    "out of authority": "living outside the borough",
    "service user": "young person",
    "service users": "young people",
    "disclosure": "telling someone",
}
SEED = tuple(Word(say, say, instead) for say, instead in INSTEAD.items())


def found(text: str, words: Iterable[Word]) -> tuple[Hit, ...]:
    """Every place where a word of the list stands, longest words first."""
    by_word = {word.say.casefold(): word for word in words}
    longest = sorted(map(re.escape, by_word), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)
    hits = (Hit(*one.span(), by_word[one.group().casefold()]) for one in pattern.finditer(text))
    return tuple(hits)

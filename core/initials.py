"""A child written as initials: "JB", "J.B.", "child K". People who write of children do so daily.

Rationale: initials are no disguise to those who know the child. Two capital letters are more
often an office than a child, so those that the field uses are named here, and three letters or
one count only where a word before them says that a child is meant.
"""

import re
from collections.abc import Iterator

from core.facts import PersonalDetail

INITIALS = "INITIALS"
_OFFICES = """
AD AM AP AO AR BC BP CE CP CA CC CG CL CM CO CQ CR CT CV DA DM DO DP DR DS DV EA EC ED EH EP ER
EU FC FD FE FG FI FM FP FS FT GB GP HA HE HO HR HQ HV IA ID IO IP IQ IR IS IT IV JD JP KS LA LD
LO LP MD MP MS NA NB NE NI NO NQ NW OA OF OK OR OT PA PC PE PM PO PP PR PS QA RE RI RP SC SE SF
SG SI SO SS ST SV SW TA TL TM TO TV UK UN UP US VE VS WE YJ YO YP ON IN AN AS AT BE BY GO IF ME
MY
"""
OFFICES = frozenset(_OFFICES.split())
DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,2}[A-Z](?:\.|\b)(?!\w)")
PAIR = re.compile(r"(?<![\w/&.\-])[A-Z]{2}(?![\w/&\-]|\.\w)")
MEANT = re.compile(
    r"\b(?:child|young person|yp|sibling|brother|sister|boy|girl|baby|teenager|re|called|"
    r"initials?)(?:\s+is|\s+are)?\s?:?\s+([A-Z]{1,3})(?![\w/&\-'’])",
    re.IGNORECASE,
)


def initials_in(text: str) -> Iterator[PersonalDetail]:
    """Where initials may stand for a child, as half-open spans, none of them twice."""
    seen: set[tuple[int, int]] = set()
    for start, end in (*_meant(text), *_dotted(text), *_pairs(text)):
        if not any(start < other_end and end > other for other, other_end in seen):
            seen.add((start, end))
            yield PersonalDetail(start, end, INITIALS)


def _meant(text: str) -> Iterator[tuple[int, int]]:
    for match in MEANT.finditer(text):
        letters = match.group(1)
        if letters.isupper() and letters not in OFFICES | {"I", "A"}:
            yield match.span(1)


def _dotted(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in DOTTED.finditer(text))


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Two capitals in a text that is not all in capitals."""
    if text.upper() == text:
        return iter(())
    return (match.span() for match in PAIR.finditer(text) if match.group() not in OFFICES)

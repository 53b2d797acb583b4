"""The language mirror: where a text uses words that young people asked us not to use.

The list is the council of young people's own (core/wordings.py, edited under settings).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.wordings import Wording


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a word of the list stands in a text (code points, half open)."""

    start: int
    end: int
    word: Wording


def found(text: str, wordings: Iterable[Wording]) -> tuple[Hit, ...]:
    """Every place where a word of the list stands, as a whole word, in order; none overlaps.

    A word of capitals only, such as LAC, is found in capitals only: "lac" is a syllable.
    """
    said = [(part, one) for one in wordings for part in parts(one)]
    hits: list[Hit] = []
    for part, wording in sorted(said, key=lambda pair: -len(pair[0])):
        for match in pattern(part).finditer(text):
            if not any(hit.start < match.end() and match.start() < hit.end for hit in hits):
                hits.append(Hit(match.start(), match.end(), wording))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def parts(wording: Wording) -> tuple[str, ...]:
    """Each of the words or phrases that one line of the list names."""
    return tuple(part.strip() for part in wording.adults_say.split(",") if part.strip())


def pattern(say: str) -> re.Pattern[str]:
    """The word with any space between its parts, and with an s at its end or not."""
    between = r"\s+".join(re.escape(part) for part in say.split())
    return re.compile(rf"(?<!\w){between}(?:s|es)?(?!\w)", 0 if _initials(say) else re.IGNORECASE)


def _initials(say: str) -> bool:
    """Whether it is letters such as LAC or CiC: those are looked for as they are written."""
    return sum(letter.isupper() for letter in say) >= 2 and " " not in say


def jargon(text: str, wordings: Iterable[Wording]) -> int:
    """How many times a word of the list stands in a text, for a paper to tell."""
    return len(found(text, wordings))

"""Holds a paper up to the young people's word list, and counts what it must explain."""

from collections import Counter

from core import mirror
from reports.glossary import glossary
from reports.parts import Part, own_words, quoted_words


def counted(parts: list[Part]) -> tuple[tuple[str, int, str], ...]:
    """Each word that young people would strike out, how often it stands there, and what to say."""
    text = "\n".join(own_words(parts))
    found = Counter(hit.word for hit in mirror.found(text, mirror.SEED))
    return tuple((word.say, n, word.instead) for word, n in found.most_common())


def acronyms(parts: list[Part]) -> int:
    """How many acronyms the paper uses and explains."""
    return len(glossary(own_words(parts), (), quoted_words(parts)))

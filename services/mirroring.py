"""Holds a paper up to the young people's word list, and counts what it must explain."""

from collections import Counter
from collections.abc import Iterable

from core import mirror
from core.wordings import Wording
from reports.glossary import glossary
from reports.parts import Part, own_words, quoted_words


def counted(parts: list[Part], wordings: Iterable[Wording]) -> tuple[tuple[str, int, str], ...]:
    """Each word that young people would strike out, how often it stands there, and what to say."""
    text = "\n".join(own_words(parts))
    found = mirror.found(text, wordings)
    said = Counter((text[hit.start : hit.end].casefold(), hit.word.say_instead) for hit in found)
    return tuple((say, n, instead) for (say, instead), n in said.most_common())


def acronyms(parts: list[Part]) -> int:
    """How many acronyms the paper uses and explains."""
    return len(glossary(own_words(parts), (), quoted_words(parts)))

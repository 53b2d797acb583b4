"""Room tagging: words as they were written, made plain without losing their place.

Every token remembers where it stood, so that whatever is found can be shown in the text.
"""

import re
from typing import NamedTuple
from unicodedata import normalize

INSIDE = "'\u00ad\u200b\u200c\u200d\u2060\ufeff"  # what people or machines put inside a word
WORD = re.compile(rf"[^\W_]+(?:[{INSIDE}]+[^\W_]+)*")
_DROP_INSIDE = str.maketrans("", "", INSIDE)
_STRAIGHT = str.maketrans(dict.fromkeys("‘’‛ʼ′`´", "'"))


class Token(NamedTuple):
    """One word made plain, and the half-open place where it stands in the text."""

    plain: str
    start: int
    end: int


def level(text: str) -> str:
    """Gives the text in small letters with straight apostrophes, code point for code point."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_level_one, text.translate(_STRAIGHT)))


def _level_one(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    plain = normalize("NFKD", letter)[:1].lower()
    return plain if len(plain) == 1 else letter


def tokens(text: str) -> list[Token]:
    """Gives the words of a text in order, without apostrophes or invisible marks."""
    found = []
    for match in WORD.finditer(level(text)):
        word = match.group()
        plain = word if word.isalnum() else word.translate(_DROP_INSIDE)
        found.append(Token(plain, match.start(), match.end()))
    return found

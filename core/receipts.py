"""Word codes: six sayable words carry 66 random bits. Nobody can guess one, a child can say it."""

import re

from core.wordlist import WORDS

BITS_A_WORD = 11
WORDS_A_CODE = 6
PLACES = {word: place for place, word in enumerate(WORDS)}


def from_bytes(random: bytes) -> str:
    """The code of the first 66 bits: words joined by hyphens."""
    number = int.from_bytes(random[:16], "big") >> (128 - BITS_A_WORD * WORDS_A_CODE)
    words = []
    for _ in range(WORDS_A_CODE):
        number, place = divmod(number, len(WORDS))
        words.append(WORDS[place])
    return "-".join(words)


def tidy(typed: str) -> str | None:
    """A code as it is kept, from what somebody typed; None where it cannot be one.

    Capitals, spaces, commas and hyphens do not matter.
    """
    words = re.findall(r"[a-z]+", typed[:200].casefold())
    if len(words) != WORDS_A_CODE or any(word not in PLACES for word in words):
        return None
    return "-".join(words)

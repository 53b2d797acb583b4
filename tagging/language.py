"""Room tagging: in which language somebody wrote. The only module that knows pycld2."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pycld2
from langcodes import standardize_tag

from tagging.cues import read_data
from tagging.normalising import Token

UNKNOWN = "und"
READ_CHARACTERS = 20_000  # enough to know a language by
MANY_ENGLISH = 0.5  # share of everyday English words at which slang is English whatever else
MANY_LETTERS = 25  # below this a guess between languages in one alphabet is no more than that
FEW_WORDS = 3
READ_WORDS = 2_000
_NOT_WORDS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff<>&]+")


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code or "und", and whether the text may be read as English."""

    code: str
    english: bool


ENGLISH = Language("en", english=True)
CANNOT_TELL = Language(UNKNOWN, english=True)


class LanguageReader:
    """Tells English from other languages; slang and misspelling stay English.

    Args:
        vocabulary: more words that speak for English, beside the everyday ones.
    """

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        lists = read_data("english.toml")
        self._everyday = frozenset(lists["everyday"])
        self._telling = (self._everyday | set(vocabulary)) - frozenset(lists["elsewhere_too"])

    def read(self, text: str, words: Sequence[Token]) -> Language:
        """Gives the language of a text."""
        first = [word for word in words[:READ_WORDS] if not word.plain.isdecimal()]
        if not first:
            return CANNOT_TELL
        latin = [word for word in first if word.plain.isascii()]
        if len(latin) * 2 < len(first):
            return _other_script(text)
        everyday = sum(word.plain in self._everyday for word in latin)
        telling = sum(word.plain in self._telling for word in latin)
        if telling and everyday >= MANY_ENGLISH * len(latin):
            return ENGLISH
        return _latin_script(text, latin, telling)


def _other_script(text: str) -> Language:
    _, code = _detect(text)
    return Language(code if code != "en" else UNKNOWN, english=False)


def _latin_script(text: str, words: Sequence[Token], telling: int) -> Language:
    """What a text in Latin letters is written in.

    Rationale: a detector is wrong on a few words, so it is believed on a long text, or where
    nothing looks English and the letters or the number of words say that something is meant.
    """
    sure, code = _detect(text)
    if code == "en" and (sure or telling):
        return ENGLISH
    long = sum(len(word.plain) for word in words) >= MANY_LETTERS
    accented = any(not text[word.start : word.end].isascii() for word in words)
    if sure and code != UNKNOWN and (long or (not telling and len(words) >= FEW_WORDS)):
        return Language(code, english=False)
    if accented and not telling:
        return Language(UNKNOWN if code == "en" else code, english=False)
    return ENGLISH if telling else CANNOT_TELL


def _detect(text: str) -> tuple[bool, str]:
    plain = _NOT_WORDS.sub(" ", text[:READ_CHARACTERS])
    try:
        sure, _, details = pycld2.detect(plain.encode(), isPlainText=True, bestEffort=True)
    except pycld2.error:
        return False, UNKNOWN
    code = standardize_tag(details[0][1].lower()).split("-")[0] if details[0][1] != "un" else ""
    return sure, code if len(code) == len("en") else UNKNOWN

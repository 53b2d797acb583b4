"""Room tagging: where a text holds personal details, as half-open spans. An officer confirms."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import textblob.en

from core.facts import PersonalDetail
from tagging.cues import DATA, read_data
from tagging.learned import stem
from tagging.normalising import Token, level
from tagging.patterns import STREET, shapes

_BIG = "[A-Z\u00c0-\u00d6\u00d8-\u00de][\\w'\u2019\\-]{1,30}"
_SCHOOL = re.compile(
    rf"(?:\b(?:St\.?|Saint)\s{{1,2}})?{_BIG}(?:\s{{1,2}}(?:of|the|and|&|{_BIG})){{0,4}}?\s{{1,2}}"
    r"(?:(?:Church|C of E|CE|Catholic|Community|Primary|Infant|Junior|High|Secondary|Grammar|Free"
    r"|Comprehensive|Academy|Sixth Form|Special|Technical|primary|infant|junior|high|secondary"
    r"|(?:Infant|Junior|infant|junior)s?\s(?:and|&)\s(?:Nursery|nursery))\s{1,2}){0,3}"
    r"(?:School|Academy|College|Nursery|Primary|Juniors|Infants|High|Comp|Grammar|ALC|PRU"
    r"|[Ss]ixth [Ff]orm|school|academy|college|nursery|primary|juniors|infants|high|comp)\b"
)
_SMALL_SCHOOL = re.compile(
    r"\b(?:st\.?\s[a-z]{4,20}'?s?(?:\s(?:rc|ce|catholic|primary|high|junior|infant|academy|school)){0,3}"
    r"|(?:[a-z]{3,20}\s){1,3}?(?:(?:catholic|church|primary|junior|infant|special|free|rd|road)\s){0,2}"
    r"(?:primary|academy|acad|school|sixth form|juniors|infants|comp|pru|college))\b"
)
_INITIALS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.?\s{1,2}([A-Z](?:\.?\s?[A-Z][a-z'’\-]{2,20}|(?![\w'’])))"
    r"|(?<![\w.])([A-Z]\.\s?[A-Z][a-z'’\-]{2,20})"
)
_PLACE_SHAPE = re.compile(
    rf"(?:{_BIG}\s{{1,2}}){{1,3}}(?:Estate|Park|House|Lodge|Cottage|Rec|Interchange|Market|Centre|estate"
    rf"|park|{STREET.title()}|{STREET})\b"
)
_TOWARDS = frozenset({"at", "to", "from", "for", "into", "leave", "left", "hate", "love"})
_LONGEST_INTRO = 4  # words
_SHORTEST_NAME = 3
_ENDS_SENTENCE = frozenset('.!?\n:;•·"“(')


class PersonalReader:
    """Finds details by shape, names by cue and capitals, and places by list."""

    def __init__(self) -> None:
        lists = read_data("names.toml")
        self._names = frozenset(lists["first_names"])
        self._also_words = frozenset(lists["also_words"])
        self._before_name = frozenset(lists["before_name"])
        self._before_place = frozenset(lists["before_place"])
        self._not_names = frozenset(lists["not_names"]) | frozenset(
            read_data("english.toml")["everyday"]
        )
        self._not_names |= frozenset(lists["elsewhere"])
        self._ordinary = _ordinary_words()
        self._clubs = frozenset(lists["clubs"])
        self._does_things = frozenset(lists["does_things"])
        self._does_plainly = frozenset(lists["does_plainly"])
        self._places = {tuple(place.split()) for place in lists["places"]}
        self._places -= {(place,) for place in lists["elsewhere"]}
        self._place_starts = {place[0] for place in self._places}
        self._intros = {tuple(phrase.split()) for phrase in lists["introductions"]}
        self._intro_lengths = sorted({len(phrase) for phrase in self._intros})

    def read(self, text: str, words: Sequence[Token]) -> tuple[PersonalDetail, ...]:
        """Gives the details in order, none overlapping; the surest kind wins a place."""
        taken: list[PersonalDetail] = []
        free = bytearray(b"\x01") * len(text)
        for detail in self._all(text, words):
            if 0 not in free[detail.start : detail.end]:
                free[detail.start : detail.end] = bytes(detail.end - detail.start)
                taken.append(detail)
        return tuple(sorted(taken, key=lambda one: one.start))

    def _all(self, text: str, words: Sequence[Token]) -> Iterator[PersonalDetail]:
        yield from shapes(text)
        for match in _SCHOOL.finditer(text):
            start = self._first_own_word(text, match.start(), match.end())
            if start is not None:
                yield PersonalDetail(start, match.end(), "SCHOOL")
        yield from self._small_schools(text)
        for match in _PLACE_SHAPE.finditer(text):
            start = self._first_own_word(text, match.start(), match.end())
            if start is not None:
                yield PersonalDetail(start, match.end(), "PLACE_NAME")
        yield from self._listed_places(words)
        for match in _INITIALS.finditer(text):
            yield PersonalDetail(*match.span(match.lastindex or 0), "PERSON")
        yield from self._names_and_places(text, words)

    def _small_schools(self, text: str) -> Iterator[PersonalDetail]:
        """Schools without capitals: a saint's, or a word that nobody uses for anything else."""
        for match in _SMALL_SCHOOL.finditer(text):
            found = list(re.finditer(r"[a-z']+", match.group()))
            if found[0].group() == "st":
                yield PersonalDetail(*match.span(), "SCHOOL")
                continue
            before = text[: match.start()].rsplit(None, 1)[-1:]
            for place, part in enumerate(found[:-1]):
                led = found[place - 1].group() if place else (before or [""])[0]
                own = part.group() not in self._not_names and not self._is_ordinary(part.group())
                if own and led in _TOWARDS:
                    yield PersonalDetail(match.start() + part.start(), match.end(), "SCHOOL")
                    break

    def _first_own_word(self, text: str, start: int, end: int) -> int | None:
        """Where a proper name begins: "My School" and "Virtual School" name nothing."""
        parts = list(re.finditer(r"\S+", text[start:end]))
        for part in parts[:-1]:
            plain = level(part.group()).replace("'", "").strip(".")
            if plain not in self._not_names:
                return start + part.start()
        return None

    def _listed_places(self, words: Sequence[Token]) -> Iterator[PersonalDetail]:
        for place, word in enumerate(words):
            if word.plain not in self._place_starts:
                continue
            for length in (3, 2, 1):
                stretch = words[place : place + length]
                if len(stretch) == length and tuple(w.plain for w in stretch) in self._places:
                    if self._is_club(words, place + length):
                        break
                    yield PersonalDetail(word.start, stretch[-1].end, "PLACE_NAME")
                    break

    def _is_club(self, words: Sequence[Token], after: int) -> bool:
        """Whether a football club or a hospital is called by the place before this word."""
        return after < len(words) and words[after].plain in self._clubs

    def _names_and_places(self, text: str, words: Sequence[Token]) -> Iterator[PersonalDetail]:
        place = 0
        while place < len(words):
            kind = self._kind(text, words, place)
            last = place + 1
            if kind is not None:
                while last < len(words) and self._goes_on(text, words, last):
                    last += 1
                end = _without_possessive(text, words[last - 1])
                first = self._begins(text, words, place) if kind == "PERSON" else place
                yield PersonalDetail(words[first].start, end, kind)
            place = last

    def _kind(self, text: str, words: Sequence[Token], place: int) -> str | None:
        word = words[place]
        plain = _owner(text, word)
        if plain in self._not_names or not plain.isalpha() or len(plain) < 2:
            return None
        if plain in self._place_starts and self._is_club(words, place + 1):
            return None
        big = text[word.start].isupper()
        shouted = big and len(plain) > 1 and text[word.start : word.end].isupper()
        if self._introduced(words, place) and (big or plain in self._names):
            return "PERSON"
        if self._is_name(text, words, place, plain):
            return "PERSON"
        if not big or shouted:
            return None
        before = words[place - 1].plain if place else ""
        if before in self._before_place and not _starts_sentence(text, word):
            return "PLACE_NAME"
        return None if self._is_ordinary(plain) else "PERSON"

    def _is_name(self, text: str, words: Sequence[Token], place: int, plain: str) -> bool:
        """A first name; one that is also a word needs a capital inside a sentence, or to act."""
        word = words[place]
        big = text[word.start].isupper()
        if plain not in self._also_words:
            return plain in self._names
        after = words[place + 1].plain if place + 1 < len(words) else ""
        if not big:
            return after in self._does_plainly
        known = plain in self._names or not _starts_sentence(text, word)
        return known or after in self._does_things or _possessive(text, word)

    def _is_ordinary(self, plain: str) -> bool:
        """A word that somebody has written in small letters, in this form or near it."""
        forms = (plain, stem(plain), plain.removesuffix("s"), plain.removesuffix("ly"))
        return len(plain) < _SHORTEST_NAME or any(form in self._ordinary for form in forms)

    def _introduced(self, words: Sequence[Token], place: int) -> bool:
        if place and words[place - 1].plain in self._before_name:
            return True
        before = tuple(word.plain for word in words[max(0, place - _LONGEST_INTRO) : place])
        return any(before[-length:] in self._intros for length in self._intro_lengths)

    def _begins(self, text: str, words: Sequence[Token], place: int) -> int:
        """Where a name begins whose first part is a word too: "Wei" in "Wei Zhang"."""
        before, word = words[max(0, place - 1)], words[place]
        joined = place and text[before.end : word.start] in {" ", "-"}
        hyphened = joined and text[before.end : word.start] == "-"
        big = text[before.start].isupper() and text[word.start].isupper()
        big = big and not _starts_sentence(text, before) and before.plain not in self._not_names
        return place - 1 if hyphened or (joined and big and len(before.plain) > 1) else place

    def _goes_on(self, text: str, words: Sequence[Token], place: int) -> bool:
        """Whether a surname or the rest of a place's name follows with only a space between."""
        word, before = words[place], words[place - 1]
        between = text[before.end : word.start]
        if between == "-":
            return word.plain.isalpha()
        if between not in {" ", "  "} or not text[word.start].isupper():
            return False
        return _owner(text, word) not in self._not_names and not _possessive(text, before)


def _ordinary_words() -> frozenset[str]:
    """Words that the lessons, or TextBlob's dictionary, have in small letters."""
    lexicon = Path(textblob.en.__file__).parent / "en-lexicon.txt"
    lines = lexicon.read_text(encoding="utf-8").splitlines()
    words = {line.partition(" ")[0] for line in lines if line[:1].islower()}
    lessons = (DATA / "ordinary.txt").read_text(encoding="utf-8").split()
    return frozenset(words) | frozenset(lessons)


def _possessive(text: str, word: Token) -> bool:
    return level(text[word.start : word.end]).endswith("'s")


def _owner(text: str, word: Token) -> str:
    return word.plain[:-1] if _possessive(text, word) else word.plain


def _without_possessive(text: str, word: Token) -> int:
    return word.end - 2 if _possessive(text, word) else word.end


def _starts_sentence(text: str, word: Token) -> bool:
    before = text[max(0, word.start - 4) : word.start].rstrip(" \xa0'\u2018\u2019")
    return word.start == 0 or not before or before[-1] in _ENDS_SENTENCE

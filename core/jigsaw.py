"""The jigsaw guard: reads a draft as somebody would who wants to know which child it speaks of.

It looks for pieces (names, ages, schools, days, brothers and sisters, rare situations, small
numbers) and for what pieces make together, and says why it stops. A person decides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.masking import PLAIN
from core.summaries import Count

NUMERALS = (
    r"(?:\d{1,2}|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
AGE = re.compile(
    rf"\b{NUMERALS}[- ]years?[- ]olds?\b|\baged? {NUMERALS}\b|\bI(?:'m|’m|m| am) {NUMERALS}\b|"
    r"\b(?:my|their|his|her) \d{1,2}(?:st|nd|rd|th) birthday\b",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"\b(?:[A-Z][\w'’]+ ){1,4}(?:School|Academy|College|Primary|Infants|Juniors|High|Nursery|PRU)\b"
)
DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b|\blast (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\bon (?:Christmas|Boxing|my birth)\s?day\b",
    re.IGNORECASE,
)
FAMILY = re.compile(
    r"\b(?:\d|one|two|three|four|five|six|seven|only|twin|triplet)s? "
    r"(?:(?:little|big|younger|older|half|baby) ?)?(?:brothers?|sisters?|siblings?)\b|\btwins?\b",
    re.IGNORECASE,
)
RARE = re.compile(
    r"\b(?:unaccompanied|asylum|refugee|deaf|blind|wheelchair|pregnan\w+|twins?|triplets?|"
    r"transgender|trans (?:boy|girl)|non-binary|secure (?:unit|home|order)|custody|adopted|"
    r"traveller|roma|only (?:child|girl|boy|one)|tribunal|inquest|kidney|epileps\w+|cancer)\b",
    re.IGNORECASE,
)
PEOPLE = (
    r"(?:young people|young person|children|child|girls?|boys?|care leavers?|practitioners?|"
    r"social workers?|views?|people|person|of them)"
)
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
NUMBER = re.compile(rf"\b(\d{{1,5}}|one|two|three|four) {PEOPLE}\b", re.IGNORECASE)
SMALLEST_WHOLE = "fewer than"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason to stop.

    Args:
        place: where it stands, as the desk names it.
        piece: the words that give somebody away.
        why: the reason, in plain words.
        part: the id of the paragraph, where an officer wrote it.
    """

    place: str
    piece: str
    why: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of the draft to be read.

    Args:
        personal: what the machine took for a personal detail, with its type.
        quoted: somebody's own words.
    """

    place: str
    words: str
    part: str = ""
    personal: tuple[tuple[str, str], ...] = ()
    quoted: bool = False


def findings(
    texts: Iterable[Text], figures: Mapping[str, Count], threshold: int
) -> tuple[Finding, ...]:
    """Every reason to stop, in the order of the draft.

    Args:
        figures: the frozen numbers that the draft rests on.
    """
    allowed = {count.number for count in figures.values() if count.number is not None}
    return tuple(found for text in texts for found in _in_text(text, allowed, threshold))


def _in_text(text: Text, allowed: set[int], threshold: int) -> Iterator[Finding]:
    pieces = [*_pieces(text)]
    yield from pieces
    if not text.quoted:
        yield from _numbers(text, allowed, threshold)
    kinds = {why for _, why in ((f.piece, f.why) for f in pieces)}
    if len(kinds) > 1:
        together = ", ".join(dict.fromkeys(f.piece for f in pieces))
        yield Finding(
            text.place,
            together,
            "Each of these may be said. Together they may fit one child alone.",
            text.part,
        )


def _pieces(text: Text) -> Iterator[Finding]:
    for words, kind in text.personal:
        what = PLAIN.get(kind, "personal detail")
        yield Finding(text.place, words, f"This may be a {what}.", text.part)
    for pattern, why in (
        (AGE, "An exact age. The three age groups are as near as a paper may go."),
        (SCHOOL, "The name of a school. Few children in care go to any one school."),
        (FAMILY, "Brothers and sisters: a family of that shape may be the only one."),
        (RARE, "Few children in the borough could have said this."),
    ):
        for found in pattern.finditer(text.words):
            yield Finding(text.place, found.group(), why, text.part)
    if text.quoted:
        for found in DAY.finditer(text.words):
            why = "A day that somebody may remember."
            yield Finding(text.place, found.group(), why, text.part)


def _numbers(text: Text, allowed: set[int], threshold: int) -> Iterator[Finding]:
    """Numbers of people that were typed by hand.

    Rationale: a number that is not among the frozen ones can be subtracted from one that is.
    """
    for found in NUMBER.finditer(text.words):
        told = found.group(1).casefold()
        number = WORDS.get(told) or int(told) if told.isdigit() or told in WORDS else 0
        before = text.words[: found.start()].casefold()
        if before.endswith((f"{SMALLEST_WHOLE} ", "under ")):
            continue
        if 0 < number < threshold:
            why = f"Fewer than {threshold} people. Say “fewer than {threshold}”, or leave it out."
            yield Finding(text.place, found.group(), why, text.part)
        elif number not in allowed:
            why = (
                "This number is not among the frozen figures. The difference between the two "
                "could point at one person."
            )
            yield Finding(text.place, found.group(), why, text.part)

"""Reads public committee minutes: each thing that was said is one statement.

Only what stands between the opening formula ("In the ensuing discussion ...") and the decisions
counts as said. The list of witnesses, the introduction and the thanks do not.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import CannotUseFile
from core.facts import Statement
from core.imports import Minutes
from intray.encodings import bytes_of, text_of
from intray.paragraphs import paragraphs

SUBJECTS = r"(?:matters|points|issues|areas|comments|questions|challenges)"
OPENING = re.compile(
    r"^(?:in|during|throughout|following|arising from|as part of) (?:the |an? |its |their )?"
    r"(?:\w+ ){0,3}(?:discussions?|debate|questioning|consideration of)\b.*"
    rf"|^(?:a number of )?{SUBJECTS} were (?:asked|raised|put)\b.*"
    rf"|^(?:\w+ ){{0,8}}the following (?:\w+ ){{0,2}}{SUBJECTS}\b.*"
    rf"|^(?:the )?{SUBJECTS} (?:\w+ ){{0,3}}(?:highlighted|raised|discussed)\b.*",
    re.IGNORECASE,
)
LEADS_ON = re.compile(r":\s*[-–—]?\s*")
RESOLVED = re.compile(
    r"^(?:RESOLVED\b|Resolved(?: that\b|\s*:|\s*$)|IT WAS RESOLVED\b|Resolutions?:)"
)
ACTIONS = re.compile(r"^actions?(?: points?)?\s*(?:[:–—-]|$)", re.IGNORECASE)
DOCUMENTS = re.compile(r"^supporting documents?\b", re.IGNORECASE)
WITNESSES = re.compile(
    r"^(?:the following )?witnesses (?:who )?(?:were|attended|present)\b", re.IGNORECASE
)
HEADS = re.compile(r"^(?:agenda item|minutes)\s*:?$", re.IGNORECASE)
NEW_ITEM = re.compile(r"^(?:supporting documents?\s*:?\s*)?agenda item\s*:?$", re.IGNORECASE)
PROMISES = re.compile(r"\b(?:following|highlighted|raised|noted|made|points)\b", re.IGNORECASE)
THANKED = r"(?:witness|representative|officer|attendee|speaker|presenter|member|chair|everyone)"
THANKS = re.compile(
    rf"^(?=.*\b{THANKED})(?=.*\bthank(?:s|ed)\b)"
    r"(?=.*\b(?:attend|contribut|present|report|time\b|input))",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'’”]?\s+(?=[\"'‘“(]?[A-Z0-9])")
OUTSIDE, SAID, DECIDED, TO_DO = "outside", "said", "decided", "to do"


@dataclass(slots=True)
class _Page:
    """What was gathered so far, and which part of the page we stand in."""

    part: str = OUTSIDE
    opened: bool = False
    title: str = ""
    said: list[tuple[str, str]] = field(default_factory=list)
    closed: dict[str, list[str]] = field(default_factory=lambda: {DECIDED: [], TO_DO: []})


def read(text: str, source: str = "") -> Minutes:
    """The minutes of one or more agenda items.

    Args:
        source: how to name them where they are quoted; the item's title where it is empty.

    Raises:
        CannotUseFile: no opening formula is there, or nothing was said after it.
    """
    page = _Page()
    for paragraph in paragraphs(text, BEGINS):
        _take(page, paragraph)
    if not page.opened:
        raise CannotUseFile(
            "We cannot find where the discussion begins. Minutes need a line such as "
            "“In the ensuing discussion ... the following matters were highlighted:”."
        )
    statements = _statements(page, source.strip())
    if not statements:
        raise CannotUseFile("Nothing stands between the start of the discussion and its end.")
    return Minutes(
        title=page.said[0][0],
        source=statements[0].source,
        statements=statements,
        resolutions=tuple(page.closed[DECIDED]),
        action_points=tuple(page.closed[TO_DO]),
    )


def decisions(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The resolutions and the action points alone, from minutes or from a piece of them."""
    page = _Page()
    for paragraph in paragraphs(text, BEGINS):
        _take(page, paragraph)
    kept = [tuple(one.rstrip(" ;") for one in page.closed[part]) for part in (DECIDED, TO_DO)]
    return kept[0], kept[1]


def _statements(page: _Page, source: str) -> tuple[Statement, ...]:
    """What was said, each under its item's title, numbered within what it is quoted by."""
    found: list[Statement] = []
    numbers: Counter[str] = Counter()
    for title, words in page.said:
        named = source or f"Minutes: {title}"
        if kept := without_thanks(words):
            numbers[named] += 1
            found.append(Statement(kept, named, numbers[named]))
    return tuple(found)


def read_file(path: Path, source: str = "") -> Minutes:
    """The minutes in a text file, whatever program saved it."""
    return read(text_of(bytes_of(path)), source)


def without_thanks(words: str) -> str:
    """The words without a closing or opening sentence of thanks; empty where that was all."""
    sentences = SENTENCE_END.split(words)
    while sentences and THANKS.search(sentences[-1]) and len(sentences[-1]) < 250:
        sentences.pop()
    if len(sentences) == len(SENTENCE_END.split(words)):
        return words
    end = words.rfind(sentences[-1]) + len(sentences[-1]) if sentences else 0
    return words[:end].strip()


def _take(page: _Page, paragraph: str) -> None:
    """Move to the part that the paragraph opens, or gather it where we stand."""
    if NEW_ITEM.search(paragraph):
        page.title = ""
    for pattern, part in CLOSINGS:
        if found := pattern.match(paragraph):
            page.part = part
            _gather(page, paragraph[found.end() :])
            return
    if page.part == OUTSIDE and OPENING.match(paragraph) and _opens(page, paragraph):
        return
    if page.part == SAID:
        page.said.append((page.title, paragraph))
    elif page.part == OUTSIDE:
        page.title = page.title or paragraph.rstrip(" .:")
    else:
        page.closed[page.part].append(paragraph)


CLOSINGS = (
    (RESOLVED, DECIDED),
    (ACTIONS, TO_DO),
    (DOCUMENTS, OUTSIDE),
    (WITNESSES, OUTSIDE),
    (HEADS, OUTSIDE),
)
BEGINS = (OPENING, *(pattern for pattern, _ in CLOSINGS))


def _gather(page: _Page, rest: str) -> None:
    """Keep what stands on the same line as a closing word: `RESOLVED that the report be noted`."""
    rest = re.sub(r"^[\s:–—-]*(?:that\b)?[\s:–—-]*", "", rest)
    if rest and page.part in page.closed:
        page.closed[page.part].append(rest)


def _opens(page: _Page, paragraph: str) -> bool:
    """Whether the formula leads on to statements, on the lines below or on its own line."""
    lead = LEADS_ON.search(paragraph)
    if lead is None and not (len(paragraph) < 250 and PROMISES.search(paragraph)):
        return False
    page.part, page.opened = SAID, True
    page.title = page.title or "Minutes"
    if lead and (rest := paragraph[lead.end() :].strip()):
        said = (one.strip() for one in re.split(r"\s*[·•]\s+", rest))
        page.said.extend((page.title, one) for one in said if one)
    return True

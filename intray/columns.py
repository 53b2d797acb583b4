"""Finds the columns of a survey by name, as its own program or a person named them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.errors import CannotUseFile

WORDS, VOICE, AGE, TOPIC = "words", "voice", "age", "topic"
PERMISSION, RECEIVED, REFERENCE = "permission", "received", "reference"
USUAL: dict[str, tuple[str, ...]] = {
    WORDS: (
        "words", "your words", "what do you want to tell us", "what would you like to tell us",
        "your view", "your views", "view", "views", "comment", "comments", "your comments",
        "feedback", "your feedback", "anything else", "is there anything else you want to tell us",
        "answer", "response", "text",
    ),
    VOICE: ("voice", "who are you", "are you", "i am", "role", "respondent type"),
    AGE: ("age", "age band", "age group", "how old are you", "your age"),
    TOPIC: ("topic", "theme", "what is it about", "about", "subject"),
    PERMISSION: ("permission", "who may read this", "can we use your words", "may we quote you"),
    RECEIVED: (
        "received on", "received", "recorded date", "completion time", "end date", "date",
        "date submitted", "submitted", "timestamp", "start time", "start date",
    ),
    REFERENCE: ("response id", "responseid", "respondent id", "id", "response reference"),
}  # fmt: skip
HEADINGS_WITHIN = 12
SHOWN_AT_MOST = 12
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each answer stands, and at which record the answers begin (counted from 0)."""

    at: dict[str, tuple[int, ...]]
    first: int
    width: int
    headings: tuple[str, ...]


def find_columns(records: Sequence[Cells], mapping: Mapping[str, Sequence[str]]) -> Columns:
    """The columns that the mapping names, and the usual names for the rest.

    Args:
        records: the first rows of the file.
        mapping: what is wanted (`words`, `age`, ...) to the column names that hold it.

    Raises:
        CannotUseFile: a name is not there, or no column looks like the words.
    """
    if not records:
        raise CannotUseFile("This file is empty.")
    for place, record in enumerate(records[:HEADINGS_WITHIN]):
        first = place + 1 + _more_headings(record, records[place + 1 : place + 3])
        names = [[squashed(row[i]) if i < len(row) else "" for row in records[place:first]]
                 for i in range(len(record))]  # fmt: skip
        at, missing = _placed(names, mapping)
        if not missing and at.get(WORDS):
            return Columns(at, first, len(record), tuple(squashed(cell) for cell in record))
    raise CannotUseFile(_what_is_there(records, mapping))


def squashed(name: str) -> str:
    """A column's name without what people write differently: case, spaces, signs."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _placed(
    names: list[list[str]], mapping: Mapping[str, Sequence[str]]
) -> tuple[dict[str, tuple[int, ...]], list[str]]:
    at: dict[str, tuple[int, ...]] = {}
    missing = []
    for wanted, usual in USUAL.items():
        if chosen := [squashed(name) for name in mapping.get(wanted, ())]:
            missing += [name for name in chosen if not any(name in column for column in names)]
            at[wanted] = tuple(i for i, column in enumerate(names) if set(column) & set(chosen))
        else:
            at[wanted] = _usual(names, usual)
    return at, missing


def _usual(names: list[list[str]], usual: tuple[str, ...]) -> tuple[int, ...]:
    """The first column that bears one of the usual names, the likeliest name first."""
    tight = [{name.replace(" ", "") for name in column if name} for column in names]
    for name in usual:
        for place, column in enumerate(tight):
            if name.replace(" ", "") in column:
                return (place,)
    return ()


def _more_headings(heading: Cells, following: Sequence[Cells]) -> int:
    """How many rows after the heading repeat it: Qualtrics adds the questions and import ids."""
    ids = [place for place, row in enumerate(following) if any("ImportId" in c for c in row)]
    if ids:
        return ids[0] + 1
    same = [
        squashed(a).replace(" ", "") == squashed(b).replace(" ", "") != ""
        for a, b in zip(heading, following[0] if following else (), strict=False)
    ]
    return 1 if sum(same) >= 2 else 0


def _what_is_there(records: Sequence[Cells], mapping: Mapping[str, Sequence[str]]) -> str:
    """Names the columns that the file has. A heading is no answer, so it may be shown."""
    heading = max(records[:HEADINGS_WITHIN], key=lambda row: sum(bool(cell) for cell in row))
    shown = [cell.strip()[:60] for cell in heading if cell.strip()][:SHOWN_AT_MOST]
    asked = [name for names in mapping.values() for name in names]
    known = {squashed(cell) for cell in heading}
    missing = [name for name in asked if squashed(name) not in known]
    lead = (
        f"There is no column called {missing[0]!r}."
        if missing
        else "We cannot tell which column holds the words. Name it with --words."
    )
    return f"{lead} The first row says: {', '.join(shown)}."

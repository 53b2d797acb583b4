"""Reads a survey export: each row is what one person said."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from core.errors import CannotUseFile
from core.facts import Permission, Voice
from core.imports import RowProblem, Survey, SurveyRow
from core.themes import SHIPPED, ThemeList
from intray import columns
from intray.answers import NotUnderstood, age_of, day_of, permission_of, topic_of, voice_of
from intray.columns import Columns, find_columns
from intray.encodings import without_controls
from intray.sheets import Record, records_in, records_of

T = TypeVar("T")
BETWEEN_ANSWERS = "\n\n"


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    columns: Columns
    digest: str
    voice: Voice
    themes: ThemeList
    rows: list[SurveyRow]
    problems: list[RowProblem]


def read(
    path: Path,
    mapping: Mapping[str, Sequence[str]] | None = None,
    *,
    voice: Voice = Voice.YOUNG_PERSON,
    themes: ThemeList = SHIPPED,
) -> Survey:
    """The rows of a CSV or XLSX file that can come in, and the number of each that cannot.

    Args:
        mapping: what is wanted ("words", "voice", "age", "topic", "permission", "received") to
            the names of the columns that hold it; usual names are found without it. Several
            columns of words make one text, in the order of the file.
        voice: who speaks where no column says so.
        themes: the list that a topic is looked up in.

    Raises:
        CannotUseFile: the file cannot be read at all; the message says why.
    """
    raw, records = records_of(path)
    return _read(raw, records, mapping or {}, voice, themes)


def read_bytes(
    name: str,
    raw: bytes,
    mapping: Mapping[str, Sequence[str]] | None = None,
    *,
    voice: Voice = Voice.YOUNG_PERSON,
    themes: ThemeList = SHIPPED,
) -> Survey:
    """The same for a file that somebody sent."""
    return _read(raw, records_in(Path(name), raw), mapping or {}, voice, themes)


def columns_in(name: str, raw: bytes) -> tuple[str, ...]:
    """The headings of a file that somebody sent: its first row that has more than one cell."""
    records = records_in(Path(name), raw)
    filled = [record.cells for record in records[:12] if any(c.strip() for c in record.cells)]
    widest = max((len(cells) for cells in filled), default=0)
    cells = next((cells for cells in filled if len(cells) == widest), ())
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def _read(
    raw: bytes,
    records: list[Record],
    mapping: Mapping[str, Sequence[str]],
    voice: Voice,
    themes: ThemeList,
) -> Survey:
    found = find_columns([record.cells for record in records], mapping)
    reading = _Reading(found, hashlib.sha256(raw).hexdigest(), voice, themes, [], [])
    for record in records[found.first :]:
        _read_row(reading, record)
    if not reading.rows and not reading.problems:
        raise CannotUseFile("There are headings in this file and no rows below them.")
    return Survey(tuple(reading.rows), tuple(reading.problems))


def _read_row(reading: _Reading, record: Record) -> None:
    """Add the row, or the reason why it cannot come in."""
    if not record.broken and not any(cell.strip() for cell in record.cells):
        return
    reason = record.broken or _misfit(reading.columns, record)
    words = _words(reading.columns, record)
    if reason or not words:
        reading.problems.append(RowProblem(record.number, reason or "nothing is written in it"))
        return
    try:
        said_by = _voice(reading, record)
    except NotUnderstood as error:
        reading.problems.append(RowProblem(record.number, str(error)))
        return
    topics = partial(topic_of, themes=reading.themes)
    reading.rows.append(
        SurveyRow(
            row_number=record.number,
            words=words,
            voice=said_by,
            once_key=_once_key(reading, record),
            age_band=_answer(reading, record, columns.AGE, age_of, None),
            topic=_answer(reading, record, columns.TOPIC, topics, None),
            permission=_answer(
                reading, record, columns.PERMISSION, permission_of, Permission.COUNT_ONLY
            ),
            received_on=_answer(reading, record, columns.RECEIVED, day_of, None),
        )
    )


def _misfit(found: Columns, record: Record) -> str:
    if any(cell.strip() for cell in record.cells[found.width :]):
        return "it has more cells than there are headings"
    return ""


def _cell(reading_columns: Columns, record: Record, wanted: str) -> str:
    places = reading_columns.at.get(wanted, ())
    held = [record.cells[place].strip() for place in places if place < len(record.cells)]
    return next((text for text in held if text), "")


def _words(found: Columns, record: Record) -> str:
    places = [place for place in found.at[columns.WORDS] if place < len(record.cells)]
    answers = (without_controls(record.cells[place]).strip() for place in places)
    return BETWEEN_ANSWERS.join(answer for answer in answers if answer)


def _voice(reading: _Reading, record: Record) -> Voice:
    if not reading.columns.at.get(columns.VOICE):
        return reading.voice
    said = _cell(reading.columns, record, columns.VOICE)
    return voice_of(said) if said else reading.voice


def _answer(
    reading: _Reading, record: Record, wanted: str, understand: Callable[[str], T], without: T
) -> T:
    """A short answer; where it is not understood the row comes in without it, and that is said."""
    try:
        return understand(_cell(reading.columns, record, wanted))
    except NotUnderstood as error:
        reading.problems.append(RowProblem(record.number, str(error), taken=True))
        return without


def _once_key(reading: _Reading, record: Record) -> str:
    """The same for the same row of the same survey, so that a second import adds nothing.

    Rationale: a survey that numbers its answers is often exported again with more rows; there the
    row is known by its headings, its number and what it says. Other files are known as a whole.
    """
    reference = _cell(reading.columns, record, columns.REFERENCE)
    if reference:
        parts = ("answer", *reading.columns.headings, reference, _words(reading.columns, record))
    else:
        parts = ("file", reading.digest, str(record.number))
    return "survey-" + hashlib.sha256("\0".join(parts).encode()).hexdigest()

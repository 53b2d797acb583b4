"""Takes in what others wrote down: surveys, row by row through intake, and public minutes."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from core.duties import IMPORTS, must_hold
from core.errors import HeardError, NotSaved
from core.facts import Door, Officer, Statement, Submission, Voice
from core.imports import ImportReport, Minutes, RowProblem, Survey, SurveyRow
from core.themes import SHIPPED, ThemeList
from intray import minutes as minutes_files
from intray import survey as survey_files
from services import intake
from services.house import House
from services.machine import suggest_safely

BY_COMMAND = "command"
SURE = 0.7
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'’”)]*\s+")


def read_survey(
    path: Path,
    mapping: Mapping[str, Sequence[str]] | None = None,
    *,
    voice: Voice = Voice.YOUNG_PERSON,
    themes: ThemeList = SHIPPED,
) -> Survey:
    """What a survey file holds; nothing is stored. CannotUseFile says why it cannot be read."""
    return survey_files.read(path, mapping, voice=voice, themes=themes)


def read_minutes(path: Path, source: str = "") -> Minutes:
    """What a file of public minutes holds; nothing is stored."""
    return minutes_files.read_file(path, source)


def take_survey(
    house: House,
    officer: Officer | None,
    survey: Survey,
    tell: Callable[[int], None] | None = None,
) -> ImportReport:
    """Send each row through intake; a row that came before, in this file or before, adds nothing.

    Args:
        officer: who imports; None is the command at the machine.
        tell: told after each row how many were gone through.
    """
    _may(officer)
    counted: Counter[bool] = Counter()
    problems, stopped = list(survey.problems), False
    for number, row in enumerate(survey.rows, 1):
        try:
            counted[_is_new(house, row)] += 1
        except HeardError as error:
            problems.append(RowProblem(row.row_number, _reason(error)))
            stopped = isinstance(error, NotSaved)
        if stopped:
            break
        if tell is not None:
            tell(number)
    problems.sort(key=lambda problem: problem.row_number)
    report = ImportReport(counted[True], counted[False], tuple(problems), stopped=stopped)
    if not stopped:
        _audit(house, officer, "survey imported", report)
    return report


def _is_new(house: House, row: SurveyRow) -> bool:
    """Keep the row, or know it again."""
    return not intake.receive(house, _submission(row)).repeated


def take_minutes(house: House, officer: Officer | None, minutes: Minutes) -> ImportReport:
    """Keep the statements that are new, each under the themes of all its sentences."""
    _may(officer)
    statements = [replace(said, themes=themes_of(house, said)) for said in minutes.statements]
    with house.store.transaction() as books:
        before = {(kept.source, kept.words) for kept in books.statements.all()}
        added = books.statements.add(title=minutes.title, statements=statements)
        fresh = [said for said in statements if (said.source, said.words) not in before]
        report = ImportReport(
            added,
            len(statements) - added,
            untagged=sum(not said.themes for said in fresh),
        )
        books.audit.append(
            house.now().isoformat(), _actor(officer), "minutes imported", detail=_told(report)
        )
    return report


def themes_of(house: House, said: Statement) -> tuple[str, ...]:
    """Every theme that one of its sentences surely carries, the surest first.

    Rationale: one sentence may list several areas, and beside a long text the machine would see
    only the loudest. Committees use the field's words in passing ("joint", "review", "agency"), so
    a weak suggestion stands only where the whole statement has no surer one.
    """
    parts = [part for part in SENTENCE_END.split(said.words) if part.strip()]
    themes = house.themes()
    best: dict[str, float] = {}
    for seen in (themes.read(suggest_safely(house.tagger, part)) for part in parts):
        for theme in seen.themes:
            if theme.key in seen.suggested and theme.key in themes.by_key:
                best[theme.key] = max(theme.score, best.get(theme.key, 0.0))
    order = list(themes.by_key)
    ranked = sorted(best, key=lambda key: (-best[key], order.index(key)))
    return tuple(key for key in ranked if best[key] >= SURE) or tuple(ranked)


def _may(officer: Officer | None) -> None:
    if officer is not None:
        must_hold(officer, IMPORTS)


def _submission(row: SurveyRow) -> Submission:
    return Submission(
        voice=row.voice,
        door=Door.SURVEY,
        words=row.words,
        once_key=row.once_key,
        topic=row.topic,
        age_band=row.age_band if row.voice is Voice.YOUNG_PERSON else None,
        permission=row.permission,
        received_on=row.received_on,
    )


def _reason(error: HeardError) -> str:
    """Why intake refused a row, said about the row and not to the person who wrote it."""
    return REASONS.get(type(error).__name__, "it could not be kept")


REASONS = {
    "NotSaved": "the books could not keep it just now",
    "NothingSaid": "nothing is written in it",
    "TooLong": "it is too long to keep in one go",
    "CannotRead": "it holds a hidden character that cannot be kept",
}


def _audit(house: House, officer: Officer | None, verb: str, report: ImportReport) -> None:
    with house.store.transaction() as books:
        books.audit.append(house.now().isoformat(), _actor(officer), verb, detail=_told(report))


def _actor(officer: Officer | None) -> str:
    return BY_COMMAND if officer is None else officer.id


def _told(report: ImportReport) -> str:
    return f"{report.added} added, {report.repeated} were here already"

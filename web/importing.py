"""The command behind `python -m web import FILE`: takes in a survey or public minutes.

A text file is read as minutes; anything else as a survey. Nothing that people wrote is printed.
"""

import argparse
import sys
from pathlib import Path

from core.errors import HeardError
from core.facts import Voice
from core.imports import ImportReport, RowProblem
from services import imports
from services.house import House

AS_MINUTES = frozenset({".txt", ".text", ".md"})
COLUMNS = {
    "words": "what people wrote; several columns make one text",
    "voice": "who speaks: young person or practitioner",
    "age": "an age or one of our three groups",
    "topic": "the theme that the person picked",
    "permission": "everyone, councillors or only count it",
    "received": "the day on which it was answered",
}
SHOWN_AT_MOST = 50


def run(house: House, argv: list[str]) -> int:
    """Take in the file and print what became of it; 0 where all of it came in."""
    asked = _options().parse_args(argv)
    try:
        report = _take(house, asked)
    except HeardError as error:
        sys.stderr.write(f"{asked.file.name}: {error}\n")
        return 1
    sys.stdout.write("\n".join(told(report, dry=asked.dry_run)) + "\n")
    return 1 if report.stopped or any(not p.taken for p in report.problems) else 0


def told(report: ImportReport, *, dry: bool = False) -> list[str]:
    """The report, line by line, for a person at a terminal."""
    lines = [f"Added: {report.added}" if not dry else f"Would be added: {report.added}"]
    if report.repeated:
        lines.append(f"Here already, not added again: {report.repeated}")
    if report.untagged:
        lines.append(f"Added without a theme, so that no paper shows them: {report.untagged}")
    left_out = [p for p in report.problems if not p.taken]
    if left_out:
        lines.append(f"Left out: {len(left_out)}")
    lines += [_line(problem) for problem in report.problems[:SHOWN_AT_MOST]]
    if len(report.problems) > SHOWN_AT_MOST:
        lines.append(f"... and {len(report.problems) - SHOWN_AT_MOST} more of these")
    if report.stopped:
        lines.append(
            "Stopped before the end: not saved. Run the same command again; "
            "what is here already is not added twice."
        )
    return lines


def _line(problem: RowProblem) -> str:
    return f"Row {problem.row_number}: {problem.reason}{' (taken without it)' * problem.taken}"


def _take(house: House, asked: argparse.Namespace) -> ImportReport:
    if asked.minutes or (asked.file.suffix.casefold() in AS_MINUTES and not asked.words):
        minutes = imports.read_minutes(asked.file, asked.source)
        if asked.dry_run:
            return ImportReport(len(minutes.statements), 0)
        return imports.take_minutes(house, None, minutes)
    mapping = {name: names for name in COLUMNS if (names := getattr(asked, name))}
    survey = imports.read_survey(asked.file, mapping, voice=asked.speaker, themes=house.themes())
    if asked.dry_run:
        return ImportReport(len(survey.rows), 0, survey.problems)
    return imports.take_survey(house, None, survey)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m web import", description="Take in a survey (CSV, XLSX) or public minutes."
    )
    parser.add_argument("file", type=Path, help="a .csv or .xlsx survey, or minutes as .txt")
    parser.add_argument("--minutes", action="store_true", help="read the file as public minutes")
    parser.add_argument("--source", default="", help="how papers name these minutes")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would come in; keep nothing"
    )
    parser.add_argument(
        "--speaker",
        type=Voice,
        choices=list(Voice),
        default=Voice.YOUNG_PERSON,
        metavar="VOICE",
        help="who speaks where no column says so: young_person or practitioner",
    )
    for name, meaning in COLUMNS.items():
        parser.add_argument(
            f"--{name}", nargs="+", default=[], metavar="COLUMN", help=f"column with {meaning}"
        )
    return parser

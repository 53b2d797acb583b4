"""Reads a list of staff and carers: CSV or Excel, one row a person."""

import re
from pathlib import Path

from core.errors import CannotUseFile
from core.imports import RowProblem
from core.subjects import StaffLine
from intray.columns import squashed
from intray.sheets import Record, records_of

USUAL = {
    "name": ("name", "full name", "staff name", "carer", "worker"),
    "nicknames": ("nicknames", "nickname", "known as", "preferred name", "other names"),
    "post": ("post", "job title", "role", "job", "title"),
    "team": ("team", "service", "department"),
    "manager": ("manager", "line manager", "manager email", "reports to"),
    "email": ("email", "e mail", "email address", "work email"),
}
MOST = {"name": 200, "nicknames": 500, "post": 200, "team": 200, "manager": 254, "email": 254}
BETWEEN = re.compile(r"[;,/|\n]")
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


def read(path: Path) -> tuple[tuple[StaffLine, ...], tuple[RowProblem, ...]]:
    """Everyone in the file, and what is wrong with rows that were left out.

    Raises:
        CannotUseFile: it cannot be read, or no column is called "name".
    """
    _, records = records_of(path)
    at = _columns(records[0])
    lines, problems = [], []
    for record in records[1:]:
        told = {name: _cell(record, place)[: MOST[name]] for name, place in at.items()}
        wrong = record.broken or _wrong(told)
        if wrong and any(told.values()):
            problems.append(RowProblem(record.number, wrong))
        elif not wrong:
            lines.append(_line(record.number, told))
    return tuple(lines), tuple(problems)


def _columns(heading: Record) -> dict[str, int]:
    names = [squashed(cell) for cell in heading.cells]
    at = {
        wanted: next(names.index(name) for name in usual if name in names)
        for wanted, usual in USUAL.items()
        if set(usual) & set(names)
    }
    if "name" not in at:
        raise CannotUseFile(
            "The first row must name the columns, and one of them must be called Name. "
            "The others may be: nicknames, post, team, manager, email."
        )
    return at


def _cell(record: Record, place: int) -> str:
    return " ".join(record.cells[place].split()) if place < len(record.cells) else ""


def _wrong(told: dict[str, str]) -> str:
    if not re.search(r"[^\W\d_]", told["name"]):
        return "there is no name in it"
    if told.get("email") and not ADDRESS.fullmatch(told["email"]):
        return "the email has no @ in it"
    return ""


def _in_order(name: str) -> str:
    """The first name first: "Jones, Sarah" is Sarah Jones."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name


def _line(number: int, told: dict[str, str]) -> StaffLine:
    nicknames = (name.strip() for name in BETWEEN.split(told.get("nicknames", "")))
    return StaffLine(
        row_number=number,
        name=_in_order(told["name"]),
        nicknames=tuple(name for name in nicknames if name),
        post=told.get("post", ""),
        team=told.get("team", ""),
        manager=told.get("manager", ""),
        email=told.get("email", ""),
    )

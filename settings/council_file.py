"""Reads what a council sets from one TOML file, and names every field that is missing or wrong.

The keys are those of core.council: `name`, `plain_name`, ... at the top, then `[rules]`,
`[headings]`, `[routes]`, one `[[help_lines]]` for each line and one `[[languages]]` for each that
a native speaker has checked.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from core.council import Council, HelpLine, Rules
from core.frameworks import AMBITIONS, ELEMENTS, PROMISES
from core.tongues import BY_CODE, Checked
from core.wordings import WORDINGS, Wording

LONDON = ZoneInfo("Europe/London")
FOR_WHOM = ("everyone", "young_people", "adults", "practitioners")
NAMED = {"promises": dict(PROMISES), "ambitions": dict(AMBITIONS), "routes": dict[str, str]()}
SPECIAL = frozenset({"help_lines", "headings", "languages", "elements", "wordings", *NAMED})


def read_council(place: Path, problems: list[str]) -> tuple[Council, Rules] | None:
    """The council and its rules, or None with every reason added to `problems`."""
    try:
        held = tomllib.loads(place.read_text("utf-8"))
    except OSError:
        problems.append(
            f"{place} cannot be read: HEARD_COUNCIL must name your council's file. "
            "Begin from a copy of the sample council's."
        )
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(f"{place} is not TOML: {error}.")
        return None
    before = len(problems)
    reader = _Reader(str(place), problems)
    told, rules = _told(reader, held), reader.rules(held.get("rules", {}))
    return None if problems[before:] else (Council(**told), rules)


def _told(reader: "_Reader", held: Mapping[str, Any]) -> dict[str, Any]:
    """Every field of the council that the file gives."""
    plain = reader.fields_of(Council, held, "", SPECIAL | {"rules"})
    if plain.get("opens", time.min) >= plain.get("closes", time.max):
        reader.note("closes must be later than opens")
    named = {
        name: tuple(reader.texts(held.get(name, usual), f"[{name}]").items())
        for name, usual in NAMED.items()
    }
    return (
        plain
        | named
        | {
            "help_lines": reader.help_lines(held.get("help_lines")),
            "headings": reader.texts(held.get("headings", {}), "[headings]"),
            "languages": reader.languages(held.get("languages", [])),
            "wordings": reader.wordings(held.get("wordings")),
            "elements": reader.list_of_texts(held.get("elements", list(ELEMENTS)), "elements"),
        }
    )


def _today() -> date:
    return datetime.now(LONDON).date()


class _Reader:
    """Reads tables by the fields of a fact, and collects what is wrong with them."""

    def __init__(self, place: str, problems: list[str]) -> None:
        self._place = place
        self._problems = problems

    def fields_of(
        self, fact: type[Any], held: Mapping[str, Any], where: str, leave: frozenset[str]
    ) -> dict[str, Any]:
        """Every field of the fact that the table gives, of the right type."""
        read: dict[str, Any] = {}
        for one in (one for one in fields(fact) if one.name not in leave):
            value = held.get(one.name)
            if value is None or (value == "" and one.default == ""):
                self._note_missing(one, where)
            else:
                self._keep(read, one, value, where)
        for name in held.keys() - {one.name for one in fields(fact)} - leave:
            self.note(f"{where}{name} is not known here")
        return read

    def help_lines(self, held: object) -> tuple[HelpLine, ...]:
        """The help lines; at least one, and each for somebody."""
        if not isinstance(held, list) or not held or not isinstance(held[0], dict):
            self.note("help_lines is missing: nobody may be left without one")
            return ()
        lines = []
        for number, table in enumerate(held, 1):
            where = f"help_lines {number}: "
            read = self.fields_of(HelpLine, table, where, frozenset())
            if read.keys() >= {f.name for f in fields(HelpLine) if f.default is MISSING}:
                lines.append(HelpLine(**read))
                self._check_line(lines[-1], where)
        return tuple(lines)

    def _check_line(self, line: HelpLine, where: str) -> None:
        if line.for_whom not in FOR_WHOM:
            self.note(f"{where}for_whom must be one of {', '.join(FOR_WHOM)}")
        if line.checked_on > _today():
            self.note(f"{where}checked_on is a day that has not come yet")

    def languages(self, held: object) -> tuple[Checked, ...]:
        """The languages that somebody checked; each one that we have, with who and when."""
        if not isinstance(held, list) or not all(isinstance(table, dict) for table in held):
            self.note("[[languages]] must be a list of tables")
            return ()
        found = []
        for number, table in enumerate(held, 1):
            where = f"languages {number}: "
            read = self.fields_of(Checked, table, where, frozenset())
            if read.get("code") not in BY_CODE:
                self.note(f"{where}code must be one of {', '.join(BY_CODE)}")
            elif len(read) == len(fields(Checked)):
                found.append(Checked(**read))
        return tuple(found)

    def texts(self, held: object, where: str) -> dict[str, str]:
        """A table of names and texts."""
        if isinstance(held, dict) and all(isinstance(text, str) for text in held.values()):
            return dict(held)
        self.note(f"{where} must hold texts only")
        return {}

    def wordings(self, held: object) -> tuple[Wording, ...]:
        """Words that young people chose; the usual ones where the file has none."""
        if held is None:
            return WORDINGS
        if not isinstance(held, list):
            self.note("wordings must be a list of tables")
            return ()
        needed = {one.name for one in fields(Wording) if one.default is MISSING}
        read = [self.fields_of(Wording, one, "wordings: ", frozenset()) for one in held]
        return tuple(Wording(**one) for one in read if one.keys() >= needed)

    def list_of_texts(self, held: object, where: str) -> tuple[str, ...]:
        """A list of texts."""
        if isinstance(held, list) and all(isinstance(text, str) and text for text in held):
            return tuple(held)
        self.note(f"{where} must be a list of texts")
        return ()

    def rules(self, held: object) -> Rules:
        """The rules that differ from the usual ones."""
        if not isinstance(held, dict):
            self.note("[rules] must be a table")
            return Rules()
        read = self.fields_of(Rules, held, "[rules] ", frozenset())
        try:
            return Rules(**read)
        except (ValueError, TypeError) as error:
            self.note(f"[rules] {error}")
            return Rules()

    def note(self, problem: str) -> None:
        self._problems.append(f"{self._place}: {problem}.")

    def _note_missing(self, one: Field[Any], where: str) -> None:
        if one.default is MISSING and one.default_factory is MISSING:
            self.note(f"{where}{one.name} is missing")

    def _keep(self, read: dict[str, Any], one: Field[Any], value: object, where: str) -> None:
        kind = one.type if isinstance(one.type, type) else str
        typed = CHECKS.get(kind, _same(kind))(value)
        if typed is None:
            self.note(f"{where}{one.name} must be {NAMES.get(kind, kind.__name__)}")
        else:
            read[one.name] = typed


def _same(kind: type[Any]) -> Callable[[object], Any]:
    return lambda value: value if type(value) is kind else None


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _time(value: object) -> time | None:
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(str(value))
    except ValueError:
        return None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


CHECKS: dict[type[Any], Callable[[object], Any]] = {str: _text, time: _time, date: _day}
NAMES = {
    str: "some text",
    int: "a whole number",
    bool: "true or false",
    time: "a time such as 09:00",
    date: "a day such as 2026-11-02",
}

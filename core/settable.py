"""What officers may set, field by field: its name, what it is called, and what it may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from core.errors import HeardError
from core.said import tidied

LONGEST = 500
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
Held = Mapping[str, str]


class Sort(StrEnum):
    """What a field holds. All of them are kept as text."""

    LINE = "line"
    NUMBER = "number"
    TIME = "time"
    DAY = "day"
    EMAIL = "email"
    CHOICE = "choice"


class CannotKeepSetting(HeardError):
    """What was typed cannot be kept; `field` is where it was typed."""

    status = 422

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to type or choose.

    Args:
        least, most: for a number, the span that it may lie in; for a line, its letters.
        choices: value and text, for a choice.
        needed: whether it may not be left empty.
    """

    name: str
    label: str
    sort: Sort = Sort.LINE
    hint: str = ""
    least: int = 0
    most: int = LONGEST
    choices: tuple[tuple[str, str], ...] = ()
    needed: bool = True

    def read(self, typed: str, today: date) -> str:
        """The text as it is kept.

        Raises:
            CannotKeepSetting: it is missing, or is not what this field holds.
        """
        text = tidied(typed, 4 * LONGEST)
        if not text:
            if self.needed:
                raise CannotKeepSetting(self.name, f"{self.label}: fill this in.")
            return ""
        if "\n" in text:
            raise CannotKeepSetting(self.name, f"{self.label}: type it on one line.")
        return CHECKS[self.sort](self, text, today)

    def wrong(self, what: str) -> CannotKeepSetting:
        """The error that says what this field holds."""
        return CannotKeepSetting(self.name, f"{self.label}: {what}")


@dataclass(frozen=True, slots=True)
class Family:
    """Entries of one kind, such as help lines: each is a small form of its own.

    Args:
        prefix: names in the table are this, a colon, and the entry's key.
        title: the field that names an entry in a list.
        least: how many must stay.
        checked: the field that holds the day on which somebody last checked the entry.
    """

    prefix: str
    label: str
    one: str
    what: str
    fields: tuple[Field, ...]
    title: str
    least: int = 0
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that stand on one page."""

    key: str
    label: str
    what: str
    fields: tuple[Field, ...]


def read_all(fields: tuple[Field, ...], typed: Held, today: date) -> dict[str, str]:
    """Every field as it is kept, or the first error."""
    return {field.name: field.read(typed.get(field.name, ""), today) for field in fields}


def _line(field: Field, text: str, _: date) -> str:
    if len(text) > field.most:
        raise field.wrong(f"use at most {field.most} letters.")
    return text


def _number(field: Field, text: str, _: date) -> str:
    sound = text.isascii() and text.isdecimal() and len(text) < 9
    if not sound or not field.least <= int(text) <= field.most:
        raise field.wrong(f"give a whole number from {field.least} to {field.most}.")
    return str(int(text))


def _time(field: Field, text: str, _: date) -> str:
    try:
        return f"{time.fromisoformat(text):%H:%M}"
    except ValueError:
        raise field.wrong("give a time such as 09:00.") from None


def _day(field: Field, text: str, today: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise field.wrong("give a day such as 2026-11-02.") from None
    if day > today:
        raise field.wrong("that day has not come yet.")
    return day.isoformat()


def _email(field: Field, text: str, _: date) -> str:
    if not EMAIL.fullmatch(text):
        raise field.wrong("give an email address.")
    return text


def _choice(field: Field, text: str, _: date) -> str:
    if text not in dict(field.choices):
        raise field.wrong("choose one from the list.")
    return text


CHECKS = {
    Sort.LINE: _line,
    Sort.NUMBER: _number,
    Sort.TIME: _time,
    Sort.DAY: _day,
    Sort.EMAIL: _email,
    Sort.CHOICE: _choice,
}

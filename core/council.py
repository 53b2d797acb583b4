"""What a council sets: its names, help lines, hours, posts and headings. Facts, never constants."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from core.frameworks import AMBITIONS, ELEMENTS, PROMISES
from core.tongues import Checked
from core.wordings import WORDINGS, Wording


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A phone line or service. `for_whom`: everyone, young_people, adults, practitioners.

    Args:
        number: what to call or text, as it is printed.
        when: when it answers, in words.
        checked_on: the day somebody last rang it to check.
    """

    key: str
    name: str
    number: str
    when: str
    for_whom: str
    checked_on: date
    note: str = ""


SOON_AFTER, LATE_AFTER = timedelta(days=152), timedelta(days=183)


def stale(lines: Iterable[HelpLine], today: date) -> tuple[tuple[HelpLine, bool], ...]:
    """The lines that nobody rang for five months, and whether it is six: then they are late."""
    return tuple(
        (line, today - line.checked_on > LATE_AFTER)
        for line in lines
        if today - line.checked_on > SOON_AFTER
    )


@dataclass(frozen=True, slots=True)
class Council:
    """One council. `plain_name` is how young people say it.

    Args:
        languages: those that a native speaker has checked; the others are off.
        promises, ambitions: key and name of what themes map to (core.frameworks).
        elements: those of the improvement framework, by name.
        digest_at: from when on a working day officers are told how much waits.
        wordings: what adults say and what young people would rather hear.
    """

    name: str
    plain_name: str
    young_council: str
    committee: str
    report_of: str
    readers: str
    contact_post: str
    contact_email: str
    opens: time
    closes: time
    help_lines: tuple[HelpLine, ...]
    headings: dict[str, str] = field(default_factory=dict)
    routes: tuple[tuple[str, str], ...] = ()
    is_sample: bool = False
    languages: tuple[Checked, ...] = ()
    promises: tuple[tuple[str, str], ...] = PROMISES
    ambitions: tuple[tuple[str, str], ...] = AMBITIONS
    elements: tuple[str, ...] = ELEMENTS
    wordings: tuple[Wording, ...] = WORDINGS
    digest_at: time = time(8, 30)


@dataclass(frozen=True, slots=True)
class Rules:
    """The figures that verbs follow.

    Args:
        answer_within: working days until a person may expect an answer.
        threshold: numbers of views below this are hidden; never below 5.
        most_letters: the longest words kept in one go.
        receipt_minutes: how long the same send gives the same receipt again.
        urgent_minutes: until the next person is told of an urgent alert that nobody took up.
        other_minutes: the same for every other alert, while the office is open.
        read_hours: open hours within which a person reads every view.
        adult_days, advocacy_days, escalation_days: working days on routes whose clock the law
            leaves to the council.
    """

    answer_within: int = 10
    threshold: int = 5
    most_letters: int = 20_000
    receipt_minutes: int = 30
    urgent_minutes: int = 15
    other_minutes: int = 60
    read_hours: int = 8
    adult_days: int = 1
    advocacy_days: int = 2
    escalation_days: int = 5

    def __post_init__(self) -> None:
        if self.threshold < 5:
            raise ValueError("threshold may rise above 5 and never fall below it")
        if not 1 <= self.urgent_minutes <= 60:
            raise ValueError("urgent_minutes must be from 1 to 60: somebody may be at risk")

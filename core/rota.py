"""Who is on duty, and who covers for whom. A rule without a database."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from core.errors import HeardError

PLACES = (1, 2, 3)


class WrongWay(HeardError):
    """The last day lies before the first."""

    status = 422

    def __init__(self) -> None:
        super().__init__("The last day must not be before the first day.")


class CoversThemselves(HeardError):
    """Somebody who is away cannot cover for themselves."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Choose somebody else to cover: this person is away.")


@dataclass(frozen=True, slots=True)
class Duty:
    """An officer's turn, both days included. `place` 1 is told first, 2 next."""

    officer_id: str
    place: int
    starts_on: date
    ends_on: date
    id: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """An officer is away, both days included; `cover_id` is told in their place, if anybody."""

    officer_id: str
    starts_on: date
    ends_on: date
    cover_id: str | None = None
    id: str = ""


def on_duty(
    day: date,
    duties: Iterable[Duty],
    absences: Iterable[Absence],
    leads: Iterable[str],
    may: Collection[str],
) -> tuple[str, ...]:
    """Whom to tell that day, in this order: the rota, then every other lead.

    Args:
        leads: all safeguarding leads, in a fixed order.
        may: who works here now and may know of what it is about.

    Rationale: nobody is left waiting because a rota has a hole, so the leads follow always.
    """
    away = {one.officer_id: one for one in absences if one.starts_on <= day <= one.ends_on}
    turns = sorted(
        (one for one in duties if one.starts_on <= day <= one.ends_on),
        key=lambda one: (one.place, one.starts_on, one.officer_id),
    )
    found: list[str] = []
    for person in (*(turn.officer_id for turn in turns), *leads):
        there = _there(person, away)
        if there in may and there not in found:
            found.append(there)
    return tuple(found)


def _there(person: str, away: dict[str, Absence]) -> str:
    """The person, or who covers for them, or who covers for that one; "" where nobody does."""
    asked: set[str] = set()
    while person in away and person not in asked:
        asked.add(person)
        person = away[person].cover_id or ""
    return "" if person in away else person

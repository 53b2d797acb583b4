"""Requests that people have a right to make, and the day by which each must be answered.

Source: UK GDPR articles 12 and 15 to 17 (one month); Freedom of Information Act 2000 section 10
(twenty working days).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.working_days import add_working_days

WORKING_DAYS = 20


class Right(StrEnum):
    """What is asked for."""

    SEE = "see"
    CORRECT = "correct"
    ERASE = "erase"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `view_id` is None for a request about no one person, or whose view has gone."""

    id: str
    kind: Right
    view_id: str | None
    came_on: date
    due_on: date
    note: str
    post: str
    closed_on: date | None = None
    outcome: str = ""


def due_on(kind: Right, came_on: date) -> date:
    """The day by which it must be answered."""
    if kind is Right.INFORMATION:
        return add_working_days(came_on, WORKING_DAYS)
    year, month = (came_on.year, came_on.month + 1) if came_on.month < 12 else (came_on.year + 1, 1)
    return date(year, month, min(came_on.day, monthrange(year, month)[1]))

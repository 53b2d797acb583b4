"""An alert: somebody must look, somebody takes it up, or the next person is told. Facts, rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.facts import Voice, Worry
from core.working_time import Hours, add_working

LEVELS = {
    Worry.URGENT: "Somebody may be at risk now",
    Worry.CONCERN: "Somebody has to read this soon",
    Worry.UNREAD: "A view could not be checked by the machine and has to be read",
}
ASKED = {
    Voice.YOUNG_PERSON: "Somebody asked us to contact them because they feel unsafe",
    Voice.PRACTITIONER: "A practitioner says that a child may be at risk now",
}
OPENED_ALONE = "A safeguarding lead opened alone who wrote a view. Please look at why"
NOBODY_YET = "Nobody has taken this up yet"


@dataclass(frozen=True, slots=True)
class Alert:
    """That somebody must look; never what was said.

    Args:
        view_id: the view, or None where the alert is not about one.
        raised_at: when, UTC and naive; only the day once it was taken up.
        due_at: when the next person is told; None once it was taken up.
        step: how many people were told after the first.
        taken_by: who has it, by name; empty while nobody does.
    """

    id: str
    view_id: str | None
    level: str
    urgent: bool
    raised_at: datetime
    due_at: datetime | None
    step: int
    taken_by: str = ""

    @property
    def matter(self) -> str:
        """What is taken up together: everything about one view, but for who looked into it."""
        apart = self.level == OPENED_ALONE or not self.view_id
        return self.id if apart else str(self.view_id)

    def is_due(self, now: datetime) -> bool:
        """Whether the next person has to be told (`now` UTC, naive)."""
        return self.due_at is not None and self.due_at <= now


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Who took an alert up, and whether it was just now."""

    by: str
    just_now: bool


def next_due(now: datetime, hours: Hours, minutes: int, *, urgent: bool) -> datetime:
    """When the next person has to be told if nobody takes it up.

    Rationale: somebody who may be at risk now does not wait for Monday. Everything else is taken
    up by people at work, so its minutes run while the office is open.
    """
    span = timedelta(minutes=minutes)
    return now + span if urgent else add_working(now, span, hours)

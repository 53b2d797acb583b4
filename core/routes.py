"""One door, five duties: where a view that tells of harm or wrong has to go, and by when.

A person decides; the clock only says how long they have.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.council import Rules
from core.facts import AgeBand
from core.wants import Want
from core.working_days import LONDON, add_working_days, london_day
from core.working_time import Hours, add_working


class Route(StrEnum):
    """Where it goes. Adult safeguarding is the front door of whoever is 18 or older."""

    FRONT_DOOR = "front_door"
    ADULT = "adult_safeguarding"
    LADO = "lado"
    COMPLAINT = "complaint"
    ADVOCACY = "advocacy"
    ESCALATION = "escalation"


class Stage(StrEnum):
    """How far a route is. Proposed by the writer, opened by a person, closed with an outcome."""

    PROPOSED = "proposed"
    OPEN = "open"
    CLOSED = "closed"
    NOT_TAKEN = "not_taken"


class Decision(StrEnum):
    """What the safeguarding lead decided about a view."""

    NO_ACTION = "no_further_action"
    TALK_FIRST = "talk_first"
    REFERRED = "referred"
    LADO = "lado"
    COMPLAINT = "complaint"
    ADULT = "adult_safeguarding"


# What a decision opens. No further action and talking first open nothing, and a referral goes to
# the front door of the writer's age.
OPENS = {
    Decision.LADO: Route.LADO,
    Decision.COMPLAINT: Route.COMPLAINT,
    Decision.ADULT: Route.ADULT,
}
WANTED = {Want.COMPLAINT: Route.COMPLAINT, Want.ADVOCATE: Route.ADVOCACY}
TO_RECORD = frozenset({Route.FRONT_DOOR, Route.ADULT, Route.LADO, Route.COMPLAINT})
COMPLAINT_DAYS, COMPLAINT_MOST = 10, 20


@dataclass(frozen=True, slots=True)
class Referral:
    """A view on one of the routes. Moments are UTC and know it.

    Args:
        id: empty for one that only its writer's wish proposes.
        due_at: by when it has to be decided or answered.
        extended: a complaint whose ten days were made twenty, with the reason told.
        reference: what the case record calls it; empty until it was passed on.
    """

    id: str
    view_id: str
    route: Route
    stage: Stage
    opened_on: date
    due_at: datetime
    extended: bool = False
    reference: str = ""
    passed_on: date | None = None
    outcome: str = ""

    @property
    def waits(self) -> bool:
        """Whether a person still has to do something about it."""
        return self.stage in (Stage.PROPOSED, Stage.OPEN)

    @property
    def needs_record(self) -> bool:
        """Whether it has to be passed to the case record, and was not yet."""
        taken = self.stage is not Stage.NOT_TAKEN
        return taken and self.route in TO_RECORD and not self.reference


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was decided about a view, why, by which post and when. Every one is kept."""

    decision: Decision
    reason: str
    post: str
    on: date


def front_door_of(age: AgeBand | None) -> Route:
    """Where worry about harm goes.

    Source: Care Act 2014 section 42 from 18 on; the Children Act 1989 below.
    Rationale: where the age is not known, the front door, who pass an adult on.
    """
    return Route.ADULT if age is AgeBand.ADULT else Route.FRONT_DOOR


def opened_by(decision: Decision, age: AgeBand | None) -> Route | None:
    """The route that a decision puts a view on, or None."""
    return front_door_of(age) if decision is Decision.REFERRED else OPENS.get(decision)


def due(route: Route, begins: datetime, hours: Hours, rules: Rules) -> datetime:
    """By when, counted from the moment at which it was known.

    Source: Working Together to Safeguard Children (a decision within one working day of a
    referral); LADO told within one working day; Representations Procedure (England) Regulations
    2006 (a complaint answered in ten working days, twenty at most). The law sets no clock for
    adults, advocacy and escalation: these are the council's own.
    """
    if route in (Route.FRONT_DOOR, Route.LADO):
        return add_working(begins, hours.a_day, hours)
    days = {
        Route.COMPLAINT: COMPLAINT_DAYS,
        Route.ADULT: rules.adult_days,
        Route.ADVOCACY: rules.advocacy_days,
        Route.ESCALATION: rules.escalation_days,
    }[route]
    return end_of(add_working_days(london_day(begins), days), hours)


def longest(begins: datetime, hours: Hours) -> datetime:
    """By when a complaint that was extended has to be answered."""
    return end_of(add_working_days(london_day(begins), COMPLAINT_MOST), hours)


def end_of(day: date, hours: Hours) -> datetime:
    """When the office closes that day."""
    return datetime.combine(day, hours.closes, LONDON)


def proposed(wants: Collection[Want], known: Collection[Route]) -> tuple[Route, ...]:
    """The routes that the writer asked for and nobody has decided about yet."""
    return tuple(route for want, route in WANTED.items() if want in wants and route not in known)

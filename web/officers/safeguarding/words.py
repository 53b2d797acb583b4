"""Plain words for routes, decisions and blocks, each kind apart: their values are alike."""

from datetime import datetime

from core.council import Council, HelpLine
from core.dates import with_weekday
from core.facts import AgeBand, Voice
from core.routes import Decision, Route, Stage
from core.subjects import Block, How
from core.working_days import LONDON, london_day
from core.working_time import clock_written, moment_written
from services.standing import DECIDE, READ, Line

__all__ = ["by_when", "clock_written", "moment_written", "now_written", "ring", "what", "who"]
ROUTES = {
    Route.FRONT_DOOR: "Integrated front door",
    Route.ADULT: "Adult safeguarding (18 or older)",
    Route.LADO: "LADO: somebody who works with children",
    Route.COMPLAINT: "Children Act complaint",
    Route.ADVOCACY: "An advocate",
    Route.ESCALATION: "Whistleblowing or the escalation policy",
}
CLOCKS = {
    Route.FRONT_DOOR: "Decided within one working day.",
    Route.ADULT: "For whoever is 18 or older. The days are the council's.",
    Route.LADO: "Told within one working day. Whoever is named must not know of it.",
    Route.COMPLAINT: "Answered in 10 working days, 20 at most.",
    Route.ADVOCACY: "Somebody to stand up for them. The days are the council's.",
    Route.ESCALATION: "Where professionals differ, or staff report wrongdoing.",
}
DECISIONS = {
    Decision.NO_ACTION: "No further action",
    Decision.TALK_FIRST: "Talk to them first",
    Decision.REFERRED: "Referred: front door, or adult safeguarding from 18 on",
    Decision.LADO: "Told to the LADO",
    Decision.COMPLAINT: "A complaint",
    Decision.ADULT: "Adult safeguarding (18 or older)",
}
STAGES = {
    Stage.PROPOSED: "Asked for by the writer",
    Stage.OPEN: "Open",
    Stage.CLOSED: "Closed",
    Stage.NOT_TAKEN: "Not taken",
}
HOWS = {
    How.NAMED: "named",
    How.PERHAPS: "perhaps named",
    How.MISSPELT: "perhaps named, written another way",
    How.POST: "named by their post",
    How.MANAGER: "manager of somebody named",
    How.SAID_SO: "they said so themselves",
    How.ADDED: "a reader said so",
}
BLOCKS = {
    Block.HELD: "Kept out until somebody decides",
    Block.FIRM: "Kept out",
    Block.LIFTED: "May read it",
}
BY = {"mail": "By letter", "slack": "In Slack", "desk": "Nowhere: no way to tell anybody is set up"}
RING = ("front_door", "out_of_hours")  # as the council's file names them
TO_DO = {READ: "To be read", DECIDE: "To be decided"}


def who(voice: Voice, age: AgeBand | None) -> str:
    """Young person, 12 to 17."""
    said = "Young person" if voice is Voice.YOUNG_PERSON else "Practitioner"
    return f"{said}, {age.value.replace('-', ' to ')}" if age else said


def what(line: Line) -> str:
    """What has to be done about it."""
    if line.what in TO_DO:
        return TO_DO[line.what]
    name = ROUTES[Route(line.what)]
    return f"{name} (they asked for it)" if line.proposed else name


def ring(council: Council) -> list[HelpLine]:
    """Whom an officer rings for a child, by day and by night."""
    return [line for line in council.help_lines if line.key in RING]


def now_written(now: datetime) -> str:
    """Friday 27 November 2026, 4.55pm."""
    return f"{with_weekday(london_day(now))}, {clock_written(now.astimezone(LONDON).time())}"


def by_when(due_at: datetime, now: datetime) -> str:
    """By when, or since when it is late."""
    at = moment_written(due_at, now)
    return f"Late since {_past(at)}" if due_at < now else f"By {at}"


def _past(at: str) -> str:
    return at.replace("today at", "").strip() if at.startswith("today") else at

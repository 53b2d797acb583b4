"""The sample's safeguarding desk: what was long ago is decided, a few things wait to be tried."""

from dataclasses import replace
from datetime import timedelta

from core.attention import Why
from core.facts import Officer, Role
from core.routes import Decision
from core.subjects import StaffLine
from core.working_days import london_day
from sample.staff import AT_THE_COMMAND_LINE
from services import accounts, alerts, register, review, rota, safeguarding, standing
from services.house import House
from services.standing import Line

LONG_AGO = timedelta(days=3)
LEFT_TO_TRY = 2
STAFF = (
    StaffLine(2, "Carla Whitlock", ("Caz",), "Team Manager", "Leaving Care Team"),
    StaffLine(3, "Dermot Ashby", (), "Social Worker", "Leaving Care Team", "Carla Whitlock"),
    StaffLine(4, "Ifeoma Lund", ("Iffy",), "Independent Reviewing Officer", "Reviews"),
    StaffLine(5, "Stefan Quill", ("Stef",), "Foster carer", "Carers"),
)
SETTLED = "We talked with them. They are safe, and know whom to ring."
PASSED = "They told us of harm. The front door has it."


def guard(house: House) -> int:
    """Decide what is long past, put the lead on duty; how many decisions were made."""
    lead = _lead(house)
    register.take(house, None, STAFF, whole=False)
    today = london_day(house.now())
    rota.put_on(house, lead, lead.id, 1, today, today + timedelta(days=27))
    old = [one for one in standing.look(house, lead).to_decide if _is_old(house, one)]
    for number, line in enumerate(old):
        _decide(_a_day_later(house, line), lead, line, number)
    for line in (one for one in standing.look(house, lead).to_read if _is_old(house, one)):
        review.open_view(_a_day_later(house, line), lead, line.view_id, Why.SAFETY)
    waiting = sorted(alerts.waiting(house, lead), key=lambda alert: alert.raised_at, reverse=True)
    for alert in waiting[LEFT_TO_TRY:]:
        alerts.acknowledge(house, alert.id, lead)
    return len(old)


def _lead(house: House) -> Officer:
    everyone = accounts.officers(house, AT_THE_COMMAND_LINE)
    return next(who for who, *_ in everyone if Role.SAFEGUARDING in who.roles)


def _a_day_later(house: House, line: Line) -> House:
    return replace(house, now=lambda: line.since + timedelta(days=1))


def _is_old(house: House, line: Line) -> bool:
    return house.now() - line.since > LONG_AGO


def _decide(house: House, lead: Officer, line: Line, number: int) -> None:
    """Most are settled by talking; what was urgent went to the front door, and into a record."""
    if not line.urgent:
        safeguarding.decide(house, lead, line.view_id, Decision.NO_ACTION, SETTLED)
        return
    safeguarding.decide(house, lead, line.view_id, Decision.REFERRED, PASSED)
    (one,) = safeguarding.of_view(house, lead, line.view_id).referrals
    safeguarding.pass_to_record(house, lead, line.view_id, one.id, f"SAMPLE-{number:04}")
    safeguarding.close(house, lead, line.view_id, one.id, "Taken on by the front door.")

"""The sample's papers: one that was issued and talked about, and one that is being written.

All that officers write here is invented; the action point is the real one of public minutes.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from core.actions import POINT, PROMISE, Action, ActionState, Progress
from core.facts import Officer
from core.records import Written
from core.releases import KnownTotal
from core.summaries import PaperOrder, Period
from core.working_days import add_working_days, london_day
from services import digest, drafting, guarding, meeting, papers, releases
from services.guarding import NotSafe
from services.house import House

TOTALS = (
    ("8-11", "8-11 years", 96),
    ("12-17", "12-17 years", 158),
    ("18-25", "18-25 years", 140),
    ("other living outside", "Living outside the borough", 41),
)
NOTE = "Head of Children in Care, note to the committee"
WRITTEN = (
    (
        "current_position",
        "social_worker",
        (
            "The Service knows that changes of social worker are hard on young people. A worker "
            "who leaves now meets the young person once more with the one who follows."
        ),
    ),
    (
        "current_position",
        "workforce_caseloads",
        "Caseloads are looked at every week by the Service Director.",
    ),
    (
        "future",
        "",
        "The Service will write to every young person within a week when their worker changes.",
    ),
    ("witnesses", "", "Service Director, Children's Social Care and Safeguarding."),
    ("witnesses", "", "Two members of the Care4Us Council, who will read aloud."),
    (
        "plan/involvement/will",
        "",
        "Every answer to what young people say goes back to them by their code.",
    ),
    (
        "young/answer",
        "",
        "Your worker may still change. When that happens, you will meet the new one together.",
    ),
)


def pour_papers(house: House, officer: Officer) -> None:
    """Issue last but one quarter's paper, note what was decided, and begin the next paper."""
    today = london_day(house.now())
    first, second = _quarters(today)
    met_on = add_working_days(first.end, 12)
    then = replace(house, now=lambda: datetime.combine(met_on, time(15), UTC))
    for group, name, number in TOTALS:
        told = KnownTotal(group, name, number, "Invented for this sample", today)
        digest.keep_total(house, officer, told)
    before = PaperOrder(first, met_on, "4a")
    draft = drafting.begin(then, officer, before)
    _issue(then, officer, before, draft.id)
    meeting.keep(then, officer, draft.id, _decided(met_on))
    late = next(one for one in meeting.actions(then, officer) if one.theme == "social_worker")
    said = Progress(today, "Half of the teams do this now.", "6 of 12 teams", "by a monthly count")
    meeting.report(house, officer, late, said)
    following = PaperOrder(second, add_working_days(today, 20), "5")
    _write(house, officer, drafting.begin(house, officer, following).id)
    releases.freeze(house, officer, second)


def _quarters(today: date) -> tuple[Period, Period]:
    """The last but one whole quarter, and the last."""
    start = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    ends = [start - timedelta(days=1)]
    starts = []
    for _ in range(2):
        end = ends[-1]
        starts.append(date(end.year, end.month - 2, 1))
        ends.append(starts[-1] - timedelta(days=1))
    return Period(starts[1], ends[1]), Period(starts[0], ends[0])


def _issue(house: House, officer: Officer, order: PaperOrder, draft_id: str) -> None:
    """Issue it; what the guard found in invented words was looked at."""
    try:
        papers.issue(house, officer, order)
    except NotSafe:
        for one in drafting.work_on(house, officer, draft_id).caught:
            piece = one.finding.piece
            guarding.let_stand(house, officer, draft_id, one.mark, piece, "Invented, for a sample.")
        papers.issue(house, officer, order)


def _decided(on: date) -> tuple[Action, ...]:
    point = (
        "Service to provide historical detailed information to Members regarding Barnsley's "
        "improvement journey since the Ofsted Inspection in 2012."
    )
    change = "Service to let every young person meet a new social worker before the old one goes."
    open_ = ActionState.OPEN
    soon, later = on + timedelta(days=45), on + timedelta(days=240)
    return (
        Action("", "", POINT, "1", point, "", "Service Director", later, open_, on),
        Action("", "", POINT, "2", change, "social_worker", "Service Director", soon, open_, on),
        Action(
            *("", "", PROMISE, "", "Tell young people what came of what they said, every quarter."),
            *("being_listened_to", "Participation Manager", later, open_, on),
        ),
    )


def _write(house: House, officer: Officer, draft_id: str) -> None:
    for section, theme, words in WRITTEN:
        said = Written("", section, words, ("source",), theme)
        drafting.put(house, officer, draft_id, said, NOTE)

"""What the committee decided, as it stands in the minutes, and what became of each decision."""

from dataclasses import replace

from core.actions import PROMISE, Action, ActionState, Found, Progress, found_in
from core.dates import written
from core.duties import ISSUES_PAPERS, SEES_SUMMARY, must_hold
from core.errors import HeardError, NotFound, SomebodyElseChanged
from core.facts import Officer
from core.said import checked, tidied
from core.stories import DECIDED, Step
from core.working_days import london_day
from intray import minutes
from services import sight
from services.house import House
from services.machine import suggest_safely
from storage.actions import Asked
from storage.store import Books

MOST_MINUTES, MOST_WORDS, MOST_OWNER, MOST_STEP = 60_000, 2_000, 200, 300
SURE = 0.5


class NothingDecided(HeardError):
    """No resolution and no action point was found in what was pasted."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "We find no decision in that. Minutes need a line such as “RESOLVED that” or "
            "“Action points:”, with the decisions below it."
        )


def read(house: House, officer: Officer, text: str) -> tuple[Found, ...]:
    """The resolutions and action points in pasted minutes; nothing is stored.

    Raises:
        NothingSaid, TooLong, CannotRead, NothingDecided: there is nothing to keep.
    """
    must_hold(officer, ISSUES_PAPERS)
    resolutions, points = minutes.decisions(checked(text, MOST_MINUTES))
    found = found_in(resolutions, points)
    if not found:
        raise NothingDecided
    return tuple(
        one if one.is_form else replace(one, theme=_theme_of(house, one.words)) for one in found
    )


def _theme_of(house: House, words: str) -> str:
    """The theme that the machine would give a decision, where it is sure enough; a person looks."""
    said = house.themes().read(suggest_safely(house.tagger, words))
    best = next(iter(said.themes), None)
    return best.key if best and best.score >= SURE else ""


def keep(
    house: House, officer: Officer, draft_id: str, decided: tuple[Action, ...]
) -> tuple[str, ...]:
    """Keep decisions of the meeting at which this paper was read; their ids.

    Everybody whose view stands in the paper under a decision's theme sees it by their code.
    """
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    today = london_day(now)
    with house.store.transaction() as books:
        draft = books.writing.find(draft_id)
        if draft is None:
            raise NotFound
        ids, on = [], min(today, draft.order.meeting_on)
        for one in decided:
            kept = _tidy(replace(one, paper_id=draft_id, made_on=draft.order.meeting_on))
            ids.append(books.actions.add(kept))
            _tell_writers(books, kept, Step(DECIDED, on, kept.words[:MOST_STEP]))
        met = written(draft.order.meeting_on)
        books.audit.append(now.isoformat(), officer.id, "decisions kept", draft_id, met)
    return tuple(ids)


def promise(house: House, officer: Officer, action: Action) -> str:
    """Keep something that the council promises outside a meeting; its id."""
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    made = replace(action, kind=PROMISE, label="", paper_id="", made_on=london_day(now))
    with house.store.transaction() as books:
        made_id = books.actions.add(_tidy(made))
        books.audit.append(now.isoformat(), officer.id, "promise kept", made_id)
    return made_id


def _tell_writers(books: Books, action: Action, step: Step) -> None:
    for view_id in books.catalogue.carrying(action.theme) if action.theme else ():
        view = books.views.find(view_id)
        if view is not None:
            books.threads.note(view, step)


def _tidy(action: Action) -> Action:
    return replace(
        action,
        words=checked(action.words, MOST_WORDS).strip(),
        owner=tidied(action.owner, MOST_OWNER),
    )


def report(house: House, officer: Officer, action: Action, said: Progress | None) -> None:
    """Keep what is said of an action now: its owner, day and state, and what its owner reports.

    "Done" is what the council says. Whether it is done is for young people (core.actions).

    Raises:
        SomebodyElseChanged: nothing was kept.
    """
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    with house.store.transaction() as books:
        if not books.actions.change(_tidy(action)):
            raise SomebodyElseChanged
        if said is not None:
            told = replace(said, on=london_day(now), words=checked(said.words, MOST_WORDS).strip())
            books.actions.tell(action.id, told, officer.id)
        books.audit.append(
            now.isoformat(), officer.id, "action reported", action.id, str(action.state)
        )


def actions(house: House, officer: Officer) -> tuple[Action, ...]:
    """Every decision and promise, those past their day first, then by the day they are due."""
    must_hold(officer, SEES_SUMMARY)
    today = london_day(house.now())
    with house.store.reading() as books:
        found = books.actions.all(house.rules.threshold)
    return tuple(sorted(found, key=lambda one: _rank(one, one.overdue(today))))


def _rank(one: Action, late: bool) -> tuple[bool, bool, str, str]:
    return (
        not late,
        one.state is not ActionState.OPEN,
        one.due_on.isoformat() if one.due_on else "9999",
        one.id,
    )


def asks(house: House, officer: Officer) -> tuple[Asked, ...]:
    """Every question that went to everybody in a theme."""
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        return books.actions.asks(sight.counted_nowhere(books))

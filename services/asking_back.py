"""Ask-back: a Member's question goes to everybody in a theme by their codes, and answers return."""

from core.duties import ISSUES_PAPERS, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.said import checked
from core.stories import ASKED, Step
from core.working_days import london_day
from services import sight
from services.house import House

MOST_QUESTION, MOST_ARISING, MOST_STEP = 600, 2_000, 300


def ask(house: House, officer: Officer, action_id: str, question: str) -> int:
    """Ask everybody in the action's theme; how many were asked, as every total counts them.

    They answer by their code, as they say anything more, and stay as unknown as they were.

    Raises:
        NothingSaid, TooLong, CannotRead, NotFound: nobody was asked.
    """
    must_hold(officer, ISSUES_PAPERS)
    question = checked(question, MOST_QUESTION).strip()
    now = house.now()
    today = london_day(now)
    with house.store.transaction() as books:
        action = books.actions.find(action_id, house.rules.threshold)
        if action is None or not action.theme:
            raise NotFound
        ask_id = books.actions.ask(
            action_id, action.theme, question, officer_id=officer.id, on=today
        )
        views = [books.views.find(view_id) for view_id in books.catalogue.carrying(action.theme)]
        reached = [view for view in views if view is not None]
        for view in reached:
            books.threads.say(view, question, today, officer_id=officer.id, once_key=None)
            books.threads.note(view, Step(ASKED, today, question[:MOST_STEP]))
        books.actions.asked(ask_id, [view.id for view in reached])
        books.audit.append(now.isoformat(), officer.id, "theme asked", ask_id, action.theme)
        kept_from_somebody = sight.counted_nowhere(books)
    return sum(view.id not in kept_from_somebody for view in reached)


def write_up(house: House, officer: Officer, ask_id: str, words: str) -> None:
    """Keep what the answers say, in an officer's words, for the next paper's matters arising."""
    must_hold(officer, ISSUES_PAPERS)
    words = checked(words, MOST_ARISING).strip()
    now = house.now()
    with house.store.transaction() as books:
        books.actions.arise(ask_id, words)
        books.audit.append(now.isoformat(), officer.id, "matters arising kept", ask_id)

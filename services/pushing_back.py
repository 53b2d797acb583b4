"""The answer was no, or no answer at all: somebody asks for an advocate, or makes a complaint."""

from core.facts import State
from core.marking import N_
from core.stories import Step
from core.wants import PUSHED_BACK, Want
from core.working_days import add_working_days, london_day
from services import tallying
from services.house import House
from services.lookback import find_by_code

SAID = {
    Want.ADVOCATE: N_("I want someone to stand up for me (an advocate)."),
    Want.COMPLAINT: N_("I want to make a complaint about this."),
}


def push_back(house: House, receipt: str, want: Want) -> None:
    """Keep what is asked for, and bring the view back to the desk. Twice is once.

    Raises:
        WrongCode, TakenBack, NotSaved: nothing was kept.
    """
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find_by_code(books, receipt, hold=True)
        once = f"{view.id}\0push back\0{want}"
        if books.threads.said_before(once):
            return
        books.threads.say(view, SAID[want], today, officer_id=None, once_key=once)
        books.wants.ask(view.id, [want], today)
        due_on = add_working_days(today, house.rules.answer_within)
        books.views.change(view, state=State.RECEIVED, due_on=due_on)
        books.threads.note(view, Step(PUSHED_BACK, today))
        tallying.count(house, books, f"door:{view.door}", "pushed back")

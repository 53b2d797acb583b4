"""Answers the person who wrote, through their word code."""

from core.duties import REPLIES, must_hold
from core.facts import Officer, State
from core.said import checked
from core.stories import ANSWERED, Step, just_said
from core.working_days import london_day
from services import writers
from services.house import House
from services.review import find


def reply(house: House, officer: Officer, view_id: str, words: str) -> None:
    """Store an answer; from now on the code shows it. The same twice in a row is said once.

    Raises:
        NothingSaid, TooLong, CannotRead, NotFound, NotSaved: nothing was stored.
    """
    must_hold(officer, REPLIES)
    words = checked(words, house.rules.most_letters)
    now = house.now()
    today = london_day(now)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if just_said(books.threads.messages(view), words, today):
            return
        books.threads.say(view, words, today, officer_id=officer.id, once_key=None)
        books.views.change(view, state=State.ANSWERED)
        books.threads.note(view, Step(ANSWERED, today))
        told = writers.tell(house, books, view)
        books.audit.append(now.isoformat(), officer.id, "replied", view_id)
    if told:
        house.wake()

"""Whoever told of a worry says what they would like: to be contacted, somebody else, or nothing."""

from dataclasses import replace

from core.choices import Choice
from core.facts import Openness
from core.said import tidied
from core.working_days import london_day
from services import tallying
from services.alerts import raise_alert
from services.house import House
from services.lookback import find_by_code
from storage.store import Books
from storage.views import View


def choose(house: House, receipt: str, choice: Choice, reach: str = "") -> None:
    """Keep what they would like. To be contacted raises an alert, once.

    Raises:
        WrongCode, TakenBack, TooLong, CannotRead, NotSaved: nothing was kept.
    """
    reach = tidied(reach, 200)
    today = london_day(house.now())
    raised = False
    with house.store.transaction() as books:
        view = find_by_code(books, receipt, hold=True)
        books.choices.keep(view.id, choice, today)
        if choice is Choice.CONTACT_ME:
            raised = _ask(house, books, view, reach)
        tallying.count(house, books, f"door:{view.door}", "chose what they would like")
    if raised:
        house.wake()


def _ask(house: House, books: Books, view: View, reach: str) -> bool:
    """Keep how to reach them; whether an alert was raised now and not by an earlier press."""
    if reach:
        who = books.views.who(view)
        books.views.tell_who(view, replace(who, openness=Openness.CONTACT, reach=reach))
    if view.asked_for_help:
        return False
    books.views.change(view, asked_for_help=True)
    raise_alert(house, books, view.id, view.voice, view.worry, asked=True)
    return True

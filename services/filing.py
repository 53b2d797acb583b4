"""Files what nobody can be answered on: a row of a survey has no code to read an answer with."""

from core.duties import GROUPS, must_hold
from core.errors import HeardError
from core.facts import Officer, State
from core.inbox import has_code
from core.stories import FILED, Step
from core.working_days import london_day
from services.house import House
from services.review import find


class CannotFile(HeardError):
    """Somebody can read an answer, or nobody has said what it is about."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say what it is about first. Only what came in a survey can be filed.")


class NotFiled(HeardError):
    """It is not filed any more."""

    status = 409

    def __init__(self) -> None:
        super().__init__("It is open already. Somebody was quicker.")


def file(house: House, officer: Officer, view_id: str) -> None:
    """Nobody waits for this view any more: its themes are agreed, and nobody could be answered.

    Rationale: a calm one is filed when its themes are agreed; this is for one that worried.

    Raises:
        CannotFile, NotFound: nothing was changed.
    """
    must_hold(officer, GROUPS)
    now = house.now()
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if has_code(view.door) or not view.decided:
            raise CannotFile
        if view.state is State.FILED:
            return
        books.views.change(view, state=State.FILED)
        books.threads.note(view, Step(FILED, london_day(now)))
        books.audit.append(now.isoformat(), officer.id, "filed", view_id)


def reopen(house: House, officer: Officer, view_id: str) -> None:
    """It waits in the queue again, as one whose themes are agreed.

    Raises:
        NotFiled, NotFound: nothing was changed.
    """
    must_hold(officer, GROUPS)
    now = house.now()
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if view.state is not State.FILED:
            raise NotFiled
        books.views.change(view, state=State.GROUPED)
        books.threads.unnote(view, Step(FILED, london_day(now)))
        books.audit.append(now.isoformat(), officer.id, "reopened", view_id)

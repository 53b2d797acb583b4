"""Who has a view in hand: take it, give it to somebody, or let go of it."""

from core.duties import READS_WORDS, REPLIES, must_hold
from core.errors import HeardError
from core.facts import Officer
from services import sight
from services.house import House
from services.review import find
from storage.store import Books


class CannotHaveIt(HeardError):
    """The colleague may not read words, was stopped, or must not see this view."""

    status = 422

    def __init__(self) -> None:
        super().__init__("That person cannot have this. Choose somebody else.")


def colleagues(house: House, officer: Officer) -> tuple[Officer, ...]:
    """The others who may read what people write, by name."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        everyone = books.officers.all()
    return tuple(
        one for one, _, active in everyone if active and one.roles & READS_WORDS and one != officer
    )


class MovedOn(HeardError):
    """It changed hands since."""

    status = 409

    def __init__(self) -> None:
        super().__init__("That cannot be undone any more: it changed hands since.")


def give(house: House, officer: Officer, view_id: str, to: str | None) -> str | None:
    """From now on this officer has the view in hand, nobody where `to` is None; who had it before.

    Raises:
        CannotHaveIt, NotFound: nothing was changed.
    """
    must_hold(officer, REPLIES)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if to is not None and not may_have_it(books, to, view_id):
            raise CannotHaveIt
        books.inbox.give(view.id, to)
        verb = "let go" if to is None else "taken" if to == officer.id else "given"
        books.audit.append(house.now().isoformat(), officer.id, verb, view_id, to or "")
    return view.owner_id


def give_back(
    house: House, officer: Officer, view_id: str, given: str | None, before: str | None
) -> None:
    """Undo: whoever had it before has it again, where it is still with whom it was given to.

    Raises:
        MovedOn, CannotHaveIt, NotFound: nothing was changed.
    """
    must_hold(officer, REPLIES)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if view.owner_id != given:
            raise MovedOn
        if before is not None and not may_have_it(books, before, view_id):
            raise CannotHaveIt
        books.inbox.give(view.id, before)
        books.audit.append(house.now().isoformat(), officer.id, "gave back", view_id, before or "")


def may_have_it(books: Books, officer_id: str, view_id: str) -> bool:
    """Whether that officer may sign in, may read words, and must not be kept from this view."""
    known = {one.id: one for one, _, active in books.officers.all() if active}
    chosen = known.get(officer_id)
    if chosen is None or not chosen.roles & READS_WORDS:
        return False
    return view_id not in sight.hidden_from(books, chosen)

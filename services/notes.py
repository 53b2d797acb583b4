"""Notes on a view: to oneself and others, or to ask one colleague."""

from core.duties import READS_WORDS, must_hold
from core.errors import HeardError
from core.facts import Officer
from core.said import checked
from core.working_days import london_day
from services.house import House
from services.ownership import may_have_it
from services.review import find

MOST_NOTE = 4_000


class CannotAsk(HeardError):
    """The colleague may not read this."""

    status = 422

    def __init__(self) -> None:
        super().__init__("That person cannot read this. Choose somebody else.")


def write_note(
    house: House, officer: Officer, view_id: str, words: str, ask: str | None = None
) -> None:
    """Keep a note, sealed like the words; where a colleague is asked, it comes into their queue.

    A note by somebody who was asked answers what they were asked.

    Raises:
        NothingSaid, TooLong, CannotRead, CannotAsk, NotFound: nothing was kept.
    """
    must_hold(officer, READS_WORDS)
    words = checked(words, MOST_NOTE)
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        last = books.judgements.notes(view)[-1:]
        if [(n.words, n.on, n.post, n.asks) for n in last] == [(words, today, officer.post, ask)]:
            return  # somebody pressed twice
        if ask is not None and not may_have_it(books, ask, view_id):
            raise CannotAsk
        books.judgements.settle(view_id, officer.id)
        books.judgements.write(
            view, words, officer_id=officer.id, post=officer.post, on=today, asks=ask
        )
        verb = "wrote a note" if ask is None else "asked a colleague"
        books.audit.append(house.now().isoformat(), officer.id, verb, view_id, ask or "")


def settle(house: House, officer: Officer, view_id: str) -> None:
    """What this officer was asked is done, without a word."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        find(books, view_id, officer)
        if books.judgements.settle(view_id, officer.id):
            books.audit.append(house.now().isoformat(), officer.id, "answered a note", view_id)

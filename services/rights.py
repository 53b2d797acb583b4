"""Requests to see, change or erase what is held, and for information: found, counted, answered."""

from datetime import date

from core.dates import written
from core.documents import Document, Grid, Points, Section, Text
from core.duties import EXPORTS, must_hold
from core.errors import HeardError, NotFound, WrongCode
from core.facts import Officer, Voice
from core.orders import NoReason
from core.releases import Release, received
from core.rights import Request, Right, due_on
from core.said import tidied
from core.working_days import london_day
from reports import plain_papers
from services import sight
from services.house import House
from services.lookback import find_by_code
from storage.store import Books

MOST = 300
NOT_GIVEN = (
    "Anybody's words, names or other personal data (section 40).",
    (
        "Numbers so small that they could point at a person (section 40), and numbers that would "
        "show such a number by subtraction."
    ),
    "What was given to the council in confidence (section 41).",
    "What is about to be published: the next paper to the committee (section 22).",
)


class NotYetCome(HeardError):
    """A request cannot have come tomorrow."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Give the day on which the request came. It cannot be in the future.")


def find(house: House, officer: Officer, receipt: str) -> str:
    """The id of the view that a code opens. No words are shown, and the audit says who looked.

    Raises:
        WrongCode, TakenBack: there is none.
    """
    must_hold(officer, EXPORTS)
    with house.store.transaction() as books:
        view = find_by_code(books, receipt)
        if view.id in sight.hidden_from(books, officer):
            raise WrongCode  # not yours and no such code are one answer
        books.audit.append(house.now().isoformat(), officer.id, "found by code", view.id)
    return view.id


def receive(
    house: House, officer: Officer, kind: Right, view_id: str | None, came_on: date, note: str
) -> str:
    """Write a request down with the day by which it must be answered; its id."""
    must_hold(officer, EXPORTS)
    now = house.now()
    if came_on > london_day(now):
        raise NotYetCome
    due, told = due_on(kind, came_on), tidied(note, MOST)
    with house.store.transaction() as books:
        if view_id is not None:
            _must_be_there(books, officer, view_id)
        kept = books.rights.add(Request("", kind, view_id, came_on, due, told, officer.post))
        books.audit.append(now.isoformat(), officer.id, f"request to {kind}", view_id or kept.id)
    return kept.id


def listed(house: House, officer: Officer) -> tuple[Request, ...]:
    """Every request, the most pressing first."""
    must_hold(officer, EXPORTS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        return tuple(one for one in books.rights.all() if one.view_id not in hidden)


def close(house: House, officer: Officer, request_id: str, outcome: str) -> None:
    """Say how a request was answered.

    Raises:
        NoReason: nobody said how. NotFound: there is no such request that is open.
    """
    must_hold(officer, EXPORTS)
    told = tidied(outcome, MOST)
    if not told:
        raise NoReason
    now = house.now()
    with house.store.transaction() as books:
        request = books.rights.find(request_id)
        hidden = sight.hidden_from(books, officer)
        if request is None or request.closed_on is not None or request.view_id in hidden:
            raise NotFound
        books.rights.close(request_id, london_day(now), told)
        books.audit.append(now.isoformat(), officer.id, "request answered", request_id, told)


def information_file(house: House, officer: Officer) -> bytes:
    """The same as a Word file."""
    return plain_papers.write(information(house, officer))


def information(house: House, officer: Officer) -> Document:
    """What can be given to anybody who asks: what was published, and what is not given and why."""
    must_hold(officer, EXPORTS)
    with house.store.reading() as books:
        releases = books.releases.all()
    rows = tuple(
        (
            f"{written(one.period.start)} to {written(one.period.end)}",
            _told(one, Voice.YOUNG_PERSON),
            _told(one, Voice.PRACTITIONER),
        )
        for one in releases
    )
    table = Grid(
        "Numbers that were published", ("Period", "From young people", "From practitioners"), rows
    )
    held = Section("What is held", (table,) if rows else (Text("Nothing was published yet."),))
    again = (
        f"Ask the {house.council.contact_post} to look again ({house.council.contact_email}), or "
        "complain to the Information Commissioner: ico.org.uk."
    )
    refused = Section("What is not given, and why", (Points(NOT_GIVEN),))
    sections = (held, refused, Section("If you do not agree", (Text(again),)))
    return Document("Answer to a request for information", sections, (house.council.name,))


def _told(release: Release, voice: Voice) -> str:
    number = release.count(received(voice)).number
    return "not shown" if number is None else f"{number:,} views"


def _must_be_there(books: Books, officer: Officer, view_id: str) -> None:
    sight.must_see(books, officer, view_id)
    if books.views.find(view_id) is None:
        raise NotFound

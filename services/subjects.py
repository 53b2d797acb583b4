"""Decides whom a view is about: "about me", uncertain matches, and blocks that two people lift."""

from dataclasses import dataclass

from core.duties import READS_WORDS, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer, State
from core.said import checked
from core.subjects import Block, How, Match, Person, Subject
from core.working_days import london_day
from services import sight
from services.house import House
from services.review import find
from storage.store import Books
from storage.views import View

MOST_REASON = 1_000
NAMED, CONFIRMED, LIFTED = "named a subject", "block confirmed", "block lifted"
ASKED, BROKEN, WHOLE = "asked to break the glass", "glass broken", "glass kept whole"
VERBS = (NAMED, CONFIRMED, LIFTED, ASKED, BROKEN, WHOLE)


class NoReasonGiven(HeardError):
    """A block is not decided without a reason."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say why, so that others can follow you.")


class SamePerson(HeardError):
    """The one who asked cannot be the one who agrees."""

    status = 409

    def __init__(self) -> None:
        super().__init__("You asked for this yourself. Somebody else has to agree to it.")


@dataclass(frozen=True, slots=True)
class InDoubt:
    """A view where a person has to decide about somebody who may be its subject."""

    view_id: str
    state: State
    subjects: tuple[Subject, ...]


def waiting(house: House, officer: Officer) -> tuple[InDoubt, ...]:
    """Every view where a second officer is needed, save those about whoever asks."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        views = [books.views.find(one) for one in books.sight.in_doubt() if one not in hidden]
        return tuple(
            InDoubt(view.id, view.state, _undecided(books, view)) for view in views if view
        )


def _undecided(books: Books, view: View) -> tuple[Subject, ...]:
    return tuple(
        one for one in books.sight.subjects(view) if one.block is Block.HELD or one.asked_by
    )


def of_view(house: House, officer: Officer, view_id: str) -> tuple[Subject, ...]:
    """Everyone whom this view is or may be about."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        return books.sight.subjects(find(books, view_id, officer))


def who_could_be(house: House, officer: Officer) -> tuple[Person, ...]:
    """Everyone whom an officer may name as the subject of a view."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        return tuple(person for person in books.registers.people() if person.here)


def about_me(house: House, officer: Officer, view_id: str) -> None:
    """The officer says that a view is about them: from now on it is not there for them."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        mine = [Match(one, How.SAID_SO, True) for one in books.sight.people_of(officer.id)]
        books.sight.note(view, mine, london_day(house.now()))
        books.audit.append(house.now().isoformat(), officer.id, "said it is about them", view_id)


def name(house: House, officer: Officer, view_id: str, person_id: str) -> None:
    """An officer who read a view says whom it is about; that person is kept out from now on."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if all(one.id != person_id for one in books.registers.people()):
            raise NotFound
        books.sight.note(view, [Match(person_id, How.ADDED, True)], london_day(house.now()))
        _note(house, books, officer, NAMED, view_id, person_id)


def decide(
    house: House, officer: Officer, view_id: str, person_id: str, *, is_them: bool, reason: str
) -> None:
    """A second officer decides an uncertain match: it is them, or it is somebody else."""
    reason = _checked(reason)
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        view, subject = _find(books, view_id, person_id, officer)
        if subject.block is not Block.HELD:
            raise NotFound
        block = Block.FIRM if is_them else Block.LIFTED
        books.sight.set(view, person_id, block=block, reason=reason)
        verb = CONFIRMED if is_them else LIFTED
        _note(house, books, officer, verb, view_id, person_id)


def ask_to_lift(
    house: House, officer: Officer, view_id: str, person_id: str, *, reason: str
) -> None:
    """The first of two people asks that somebody who is named may read a view all the same."""
    reason = _checked(reason)
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        view, subject = _find(books, view_id, person_id, officer)
        if subject.block is not Block.FIRM:
            raise NotFound
        books.sight.set(view, person_id, asked_by=officer.id, reason=reason)
        _note(house, books, officer, ASKED, view_id, person_id)


def break_glass(
    house: House, officer: Officer, view_id: str, person_id: str, *, agrees: bool
) -> None:
    """The second of two people agrees, or does not. Only then may the person read it.

    Raises:
        SamePerson: the one who asked cannot agree with themselves.
    """
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        view, subject = _find(books, view_id, person_id, officer)
        if not subject.asked_by:
            raise NotFound
        if agrees and subject.asked_by == officer.id:
            raise SamePerson
        block = Block.LIFTED if agrees else Block.FIRM
        books.sight.set(view, person_id, block=block, asked_by=None)
        verb = BROKEN if agrees else WHOLE
        _note(house, books, officer, verb, view_id, person_id)


def _find(books: Books, view_id: str, person_id: str, officer: Officer) -> tuple[View, Subject]:
    view = find(books, view_id, officer)
    for subject in books.sight.subjects(view):
        if subject.person_id == person_id:
            return view, subject
    raise NotFound


def _checked(reason: str) -> str:
    if not reason.strip():
        raise NoReasonGiven
    return checked(reason, MOST_REASON).strip()


def _note(
    house: House, books: Books, officer: Officer, verb: str, view_id: str, person_id: str
) -> None:
    books.audit.append(house.now().isoformat(), officer.id, verb, view_id, person_id)

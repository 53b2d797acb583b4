"""Who wrote, and how to reach them: opened by two people, with a reason that is kept."""

from core.alerting import OPENED_ALONE
from core.duties import READS_WORDS, SAFEGUARDS, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer, Openness, Voice, Worry
from core.identity import OPEN_FOR, Contact, is_open_for
from core.said import checked
from core.working_days import london_day
from services import alerts, sight
from services.house import House, naive_utc
from services.sight import find
from storage.store import Books
from storage.views import View

MOST_REASON = 1_000
SAW = "saw who wrote"


class SayWhy(HeardError):
    """Nobody is looked up without a reason."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say why you need to know who wrote this.")


class SecondPerson(HeardError):
    """The one who asks cannot agree."""

    status = 409

    def __init__(self) -> None:
        super().__init__("You asked for this yourself. Somebody else has to agree.")


class NotUrgent(HeardError):
    """Alone is for somebody at risk now."""

    status = 409

    def __init__(self) -> None:
        super().__init__("This is not urgent, so a second person has to agree.")


def look(house: House, officer: Officer, view_id: str) -> Contact:
    """What this officer may see of who wrote; a look at who it is goes into the audit."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        sight.must_see(books, officer, view_id)
        view = books.views.find(view_id)
        if view is None:
            raise NotFound
        contact = seen_by(house, books, officer, view)
        if contact.who is not None:
            _audit(house, books, officer, SAW, view_id)
    return contact


def seen_by(house: House, books: Books, officer: Officer, view: View) -> Contact:
    """The same, for a verb that has the view open already.

    Rationale: a practitioner who signs with their name is told that those who deal with it see it.
    """
    told = books.views.who(view)
    askings = books.askings.of(view)
    open_now = is_open_for(askings, officer.id, naive_utc(house.now()))
    lead, young = bool(officer.roles & SAFEGUARDS), view.voice is Voice.YOUNG_PERSON
    return Contact(
        call=told.name if told.openness is Openness.NICKNAME else "",
        there=told.openness is Openness.CONTACT,
        who=told if told.openness is Openness.CONTACT and (open_now or not young) else None,
        askings=askings,
        may_ask_alone=lead and _is_urgent(view),
    )


def ask(house: House, officer: Officer, view_id: str, reason: str) -> None:
    """Ask to see who wrote; somebody else has to agree."""
    must_hold(officer, READS_WORDS)
    reason = _checked(reason)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        _ask(house, books, officer, view, reason)
        _audit(house, books, officer, "asked who wrote", view_id)


def answer(house: House, officer: Officer, view_id: str, *, agrees: bool) -> None:
    """The second person agrees, for the rest of the working day, or does not.

    Raises:
        SecondPerson: the one who asked cannot agree.
    """
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        waits = next((one for one in books.askings.of(view) if one.opened is None), None)
        if waits is None:
            raise NotFound
        if agrees and waits.asked_by == officer.id:
            raise SecondPerson
        _decide(house, books, officer, waits.id, opened=agrees)
        verb = "agreed to open who wrote" if agrees else "kept who wrote shut"
        _audit(house, books, officer, verb, view_id)


def open_alone(house: House, officer: Officer, view_id: str, reason: str) -> None:
    """A safeguarding lead opens it alone where somebody may be at risk now; the others are told.

    Rationale: at three in the morning there may be no second person, and a child who said where
    they are must not wait for one. Alone is never unseen: the reason is kept, and an alert goes to
    every other lead, who has to take it up.

    Raises:
        NotUrgent: nobody said, and the machine saw no sign, that somebody is at risk now.
    """
    must_hold(officer, SAFEGUARDS)
    reason = _checked(reason)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if not _is_urgent(view):
            raise NotUrgent
        made = _ask(house, books, officer, view, reason)
        _decide(house, books, officer, made, opened=True)
        alerts.raise_late(house, books, [(view_id, OPENED_ALONE)])
        _audit(house, books, officer, "opened alone who wrote", view_id)
    house.wake()


def waiting(house: House, officer: Officer) -> tuple[str, ...]:
    """Views where a second person is awaited, save those that are kept from this officer."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        return tuple(one for one in books.askings.waiting() if one not in hidden)


def _is_urgent(view: View) -> bool:
    return view.asked_for_help or view.worry is Worry.URGENT


def _ask(house: House, books: Books, officer: Officer, view: View, reason: str) -> str:
    today = london_day(house.now())
    return books.askings.ask(
        view, officer_id=officer.id, post=officer.post, reason=reason, on=today
    )


def _decide(house: House, books: Books, officer: Officer, asking_id: str, *, opened: bool) -> None:
    books.askings.decide(
        asking_id,
        opened=opened,
        officer_id=officer.id,
        post=officer.post,
        on=london_day(house.now()),
        until=naive_utc(house.now()) + OPEN_FOR if opened else None,
    )


def _checked(reason: str) -> str:
    if not reason.strip():
        raise SayWhy
    return checked(reason, MOST_REASON).strip()


def _audit(house: House, books: Books, officer: Officer, verb: str, view_id: str) -> None:
    books.audit.append(house.now().isoformat(), officer.id, verb, view_id)

"""Notices a curious look at people's words, tells those who answer for it, and keeps what came."""

from datetime import timedelta

from core.curiosity import MANY, Notice, Noticed, at_night
from core.duties import WATCHES, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer, Role, Worry
from core.said import tidied
from core.working_days import london_day
from services.alerts import tell_safeguarding
from services.house import House, naive_utc
from storage.store import Books
from storage.views import View

TOLD = "Somebody's reading at the desk should be looked at"
A_DAY = timedelta(days=1)
MOST_FINDING = 300


class SayWhatYouFound(HeardError):
    """A notice is closed with a finding, and by somebody whom it is not about."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Write what you found, then press the button again.")


def notice(house: House, books: Books, officer: Officer, kind: Notice, *, words: str = "") -> None:
    """Keep it and tell the safeguarding lead, in the transaction of what was done."""
    books.notices.add(officer.id, naive_utc(house.now()), kind, words)
    tell_safeguarding(house, books, TOLD)


def watch_opening(house: House, books: Books, officer: Officer, view: View) -> None:
    """After an opening: many outside the own queue, or one at night; each is told once a day.

    Rationale: whoever gets up at night for a child who may be hurt does what we ask of them.
    """
    since = naive_utc(house.now()) - A_DAY
    if books.openings.apart_since(officer.id, since) > MANY:
        _once(house, books, officer, Notice.MANY)
    calm = view.worry is Worry.NONE and not view.asked_for_help
    if at_night(house.now()) and calm:
        _once(house, books, officer, Notice.NIGHT_READING)


def watch_export(house: House, books: Books, officer: Officer) -> None:
    """After words left the desk in a file: at night that is noticed."""
    if at_night(house.now()):
        notice(house, books, officer, Notice.NIGHT_EXPORT)


def _once(house: House, books: Books, officer: Officer, kind: Notice) -> None:
    if not books.notices.since(officer.id, kind, naive_utc(house.now()) - A_DAY):
        notice(house, books, officer, kind)


def noticed(house: House, officer: Officer) -> tuple[Noticed, ...]:
    """What was noticed; what somebody searched for is told to the safeguarding lead alone."""
    must_hold(officer, WATCHES)
    with house.store.reading() as books:
        return tuple(books.notices.all(open_words=Role.SAFEGUARDING in officer.roles))


def settle(house: House, officer: Officer, notice_id: str, finding: str) -> None:
    """Say what came of it. Nobody settles what is about themselves.

    Raises:
        NotFound: there is no such notice for this officer. SayWhatYouFound: nothing was written.
    """
    must_hold(officer, WATCHES)
    found = tidied(finding, MOST_FINDING)
    if not found:
        raise SayWhatYouFound
    with house.store.transaction() as books:
        if books.notices.about(notice_id) in (None, officer.id):
            raise NotFound
        today = london_day(house.now())
        books.notices.settle(notice_id, by=officer.post, on=today, finding=found)
        books.audit.append(house.now().isoformat(), officer.id, "settled a notice", notice_id)

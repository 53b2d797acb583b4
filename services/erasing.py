"""Erases what is due: warned of first, done by the clock at night, and certified in the audit."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from core.duties import EXPORTS, must_hold
from core.errors import HeardError, KeptByLaw, NotFound
from core.facts import Officer, State, Worry
from core.keeping import Standing, contact_due, goes_today, talk_due, to_warn_of
from core.retention import Retention
from core.suppression import shown
from core.working_days import london_day
from services import safeguarding, sight
from services.house import House
from services.keeping import standing_in
from services.withdrawing import counted_out
from storage.keeping import Night
from storage.store import Books
from storage.views import View

AT_ONCE = 100
BY_CLOCK = "clock"


class StillNeeded(HeardError):
    """It may not go yet: a person has to read it, or whoever must act has to have it."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "This cannot be erased yet. A person has to read it first, and if it worried somebody, "
            "the safeguarding lead has to pass it on or close it."
        )


Erase = Callable[[Books, View], None]


def tonight(house: House) -> Night:
    """Warn of what goes soon, and erase what is due; what went. Twice on one day is harmless.

    The records' keys are destroyed after the commit; where that is not possible now, the nightly
    sweep of unused keys does it.
    """
    today, rules = london_day(house.now()), house.retention()
    with house.store.reading() as books:
        apart = sight.counted_nowhere(books)
        held = any(one.view_id is None for one in books.keeping.holds())
        standing = () if held else standing_in(books, rules, today)
    with house.store.transaction() as books:
        _warn(books, standing, rules, today)
    words = [one for one in standing if goes_today(one, rules, today)]
    gone = {one.view_id for one in words}
    rest = [one for one in standing if one.view_id not in gone]
    erased = _in_turns(house, words, "words erased", _words)
    keys = [view.key_id for view in erased]
    talk = [one for one in rest if _is_due(talk_due(one, rules), today)]
    contacts = [one for one in rest if _is_due(contact_due(one, rules), today)]
    many = _counted(erased, apart)
    night = Night(
        today,
        words=many,
        talk=_counted(_in_turns(house, talk, "messages erased", _talk), apart),
        contacts=_counted(_in_turns(house, contacts, "contact erased", _contact), apart),
        dropped=_drop_small(house),
        keys=many if house.store.vault.destroyed(keys) else 0,
    )
    return _certified(house, night)


def _counted(views: Iterable[View], apart: frozenset[str]) -> int:
    """How many, as every total counts them: what is kept from a reader has its audit line alone."""
    return sum(view.id not in apart for view in views)


def on_request(house: House, officer: Officer, view_id: str) -> None:
    """Erase a view now, because its writer asked; the audit says who did it.

    Raises:
        KeptByLaw: it is on hold. StillNeeded: nobody has read it, or it was not passed on.
        NotFound: no such view, or not theirs to know of.
    """
    must_hold(officer, EXPORTS)
    with house.store.transaction() as books:
        sight.must_see(books, officer, view_id)
        view = books.views.find(view_id, hold=True)
        if view is None:
            raise NotFound
        if books.keeping.holds(view_id):
            raise KeptByLaw
        raised = view.asked_for_help or view.worry is not Worry.NONE
        if view.state is State.RECEIVED or (
            raised and not safeguarding.may_be_erased(books, view_id)
        ):
            raise StillNeeded
        _words(books, view)
        books.audit.append(house.now().isoformat(), officer.id, "erased on request", view_id)
    house.store.vault.destroyed([view.key_id])


def _warn(books: Books, standing: Iterable[Standing], rules: Retention, today: date) -> None:
    near = {one.view_id for one in standing if to_warn_of(one, rules, today) is not None}
    warned = books.keeping.warned()
    books.keeping.warn_no_more(sorted(warned - near))
    books.keeping.warn(sorted(near - warned), today)


def _is_due(due: date | None, today: date) -> bool:
    return due is not None and due <= today


def _in_turns(house: House, ones: Sequence[Standing], verb: str, erase: Erase) -> list[View]:
    """Erase in transactions of a hundred, so that nobody at Send waits; what went.

    A view that moved on since it was looked at is left for another night.
    """
    gone: list[View] = []
    for at in range(0, len(ones), AT_ONCE):
        now = house.now().isoformat()
        with house.store.transaction() as books:
            done = []
            for one in ones[at : at + AT_ONCE]:
                view = books.views.find(one.view_id, hold=True)
                if view is not None and _still_may(books, view, one):
                    erase(books, view)
                    done.append(view)
            for view in done:
                books.audit.append(now, BY_CLOCK, verb, view.id)
        gone += done
    return gone


def _still_may(books: Books, view: View, one: Standing) -> bool:
    """Whether nothing came between: no change, no hold, nothing that keeps somebody safe."""
    if view.version != one.version or books.keeping.holds(view.id):
        return False
    return not one.raised or safeguarding.may_be_erased(books, view.id)


def _words(books: Books, view: View) -> None:
    """The view and all that hangs on it; what may outlive it is its counts."""
    cells = counted_out(books, view)
    books.rollup.add(cells)
    books.keeping.count_past(view, cells)
    books.keeping.erase(view)


def _talk(books: Books, view: View) -> None:
    books.keeping.erase_talk(view.id)


def _contact(books: Books, view: View) -> None:
    books.keeping.erase_contact(view.id)


def _drop_small(house: House) -> int:
    """Take away the counts that are too small to be kept, once their quarter has no views left.

    Rationale: while some of its views are here, more may join the count. After that a number
    under the threshold can only point at a child.
    """
    limit = house.rules.threshold
    with house.store.transaction() as books:
        alive, past = books.keeping.quarters_with_views(), books.keeping.past()
        small = [
            cell
            for cell, n in past.items()
            if cell[0] not in alive and shown(n, limit).number is None
        ]
        books.keeping.drop_past(small)
    return len(small)


def _certified(house: House, night: Night) -> Night:
    """Keep what went, in counts and without a word; nothing where nothing went."""
    if any((night.words, night.talk, night.contacts, night.dropped)):
        told = (
            f"words {night.words}, messages {night.talk}, contacts {night.contacts}, "
            f"small counts {night.dropped}, keys destroyed {night.keys}"
        )
        with house.store.transaction() as books:
            line = books.keeping.certify(night)
            books.audit.append(house.now().isoformat(), BY_CLOCK, "erasure certified", line, told)
    return night

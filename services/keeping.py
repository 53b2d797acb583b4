"""What goes and when, what stays and why, and what the law wants kept. services.erasing does it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from core.board import band
from core.duties import KEEPS_RETENTION, READS_WORDS, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer
from core.keeping import Kept, Standing, goes_on
from core.retention import Retention
from core.said import tidied
from core.working_days import london_day
from services import safeguarding, sight
from services.house import House
from storage.keeping import Hold, Night
from storage.store import Books

MOST_REASON = 300


class NoReason(HeardError):
    """A hold needs a reason."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say why it has to be kept. Do not write a name.")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the desk shows: what goes and when, what stays and why, and what went.

    Args:
        going: each view, the day on which it goes, and that on which it came.
        exact: False for an officer who reads no words: `going` is empty for them, and `kept` and
            `soon` tell "this many or more": a live number that moves by one tells of a person.
        soon: how many go in the days of the warning.
    """

    going: tuple[tuple[str, date, date | None], ...]
    kept: dict[Kept, int]
    holds: tuple[Hold, ...]
    nights: tuple[Night, ...]
    rules: Retention
    exact: bool
    soon: int


def plan(house: House, officer: Officer) -> Plan:
    """What goes, what stays, and what went, as far as this officer may know of it."""
    must_hold(officer, KEEPS_RETENTION)
    today, rules = london_day(house.now()), house.retention()
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        standing = [one for one in standing_in(books, rules, today) if one.view_id not in hidden]
        kept = Counter(one.kept for one in standing if one.kept is not None)
        holds = tuple(one for one in books.keeping.holds() if one.view_id not in hidden)
        nights, open_ones = books.keeping.nights(), books.keeping.open_ones(hidden)
    near = ((one.view_id, goes_on(one, rules, today), one.received_on) for one in standing)
    going = sorted((due, came, view_id) for view_id, due, came in near if due is not None)
    told = tuple((view_id, due, came) for due, came, view_id in going)
    stays, soon = open_ones | kept, len(told)
    if exact := bool(officer.roles & READS_WORDS):
        return Plan(told, stays, holds, nights, rules, exact, soon)
    limit = house.rules.threshold
    least = {why: band(n, limit) or 0 for why, n in stays.items()}
    return Plan((), least, holds, nights, rules, exact, band(soon, limit) or 0)


def hold(house: House, officer: Officer, view_id: str | None, reason: str) -> None:
    """Let nothing of a view, or of anything where it is None, be erased until this is lifted.

    Raises:
        NoReason: nobody said why. NotFound: no such view, or not theirs to know of.
    """
    must_hold(officer, KEEPS_RETENTION)
    told = tidied(reason, MOST_REASON)
    if not told:
        raise NoReason
    now = house.now()
    with house.store.transaction() as books:
        if view_id is not None:
            sight.must_see(books, officer, view_id)
            if books.views.find(view_id, hold=True) is None:
                raise NotFound
        books.keeping.hold(view_id, told, officer.id, officer.post, london_day(now))
        books.audit.append(now.isoformat(), officer.id, "put on hold", view_id or "everything")


def lift(house: House, officer: Officer, hold_id: str) -> None:
    """End a hold. What is due is warned of before it goes."""
    must_hold(officer, KEEPS_RETENTION)
    now = house.now()
    with house.store.transaction() as books:
        known = {one.id: one.view_id for one in books.keeping.holds()}
        if hold_id not in known or known[hold_id] in sight.hidden_from(books, officer):
            raise NotFound
        books.keeping.lift(hold_id, officer.post, london_day(now))
        books.audit.append(
            now.isoformat(), officer.id, "hold lifted", known[hold_id] or "everything"
        )


def standing_in(books: Books, rules: Retention, today: date) -> tuple[Standing, ...]:
    """Views of which something may be due, with what was decided about those that worried."""
    delicate = safeguarding.delicate(books)
    return tuple(
        replace(
            one,
            may_go=safeguarding.may_be_erased(books, one.view_id),
            settled_on=safeguarding.settled_on(books, one.view_id),
        )
        if one.raised or one.view_id in delicate
        else one
        for one in books.keeping.answered(rules, today)
    )

"""What the safeguarding lead decides about a view, which way it goes, and what may be erased."""

from dataclasses import dataclass
from datetime import date, datetime, time

from core.duties import SAFEGUARDS, must_hold
from core.errors import HeardError, NotFound
from core.facts import HalfDay, Officer, State, Worry
from core.routes import (
    Decision,
    Judgement,
    Referral,
    Route,
    Stage,
    due,
    longest,
    opened_by,
    proposed,
)
from core.said import checked, tidied
from core.working_days import LONDON, london_day
from services import alerts, sight
from services.house import House, office_hours
from services.review import find
from storage.standing import Waits
from storage.store import Books
from storage.views import View

MOST_REASON, MOST_REFERENCE = 2_000, 120
MIDDAY = time(12)


class NoReasonGiven(HeardError):
    """A decision without its reason."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say why. Whoever reads this later has only your reason to go by.")


class NoReference(HeardError):
    """Passed to the case record, and no reference to find it by."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Type the reference that the case record gave it.")


class NotPassedOn(HeardError):
    """A route cannot be closed while it is in no case record."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Pass it to the case record first, with its reference. Then close it.")


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a view went, is asked to go, and what was decided, first to last."""

    view: View
    referrals: tuple[Referral, ...]
    judgements: tuple[Judgement, ...]
    erasable: bool


def begins(house: House, waits: Waits | View) -> datetime:
    """From when a clock about a view runs: the start of the half-day on which it came.

    Rationale: no finer time is kept of a view, and the earliest is the safest for its writer.
    """
    day, half = (waits.received_on if isinstance(waits, View) else waits.on), waits.half
    at = house.council.opens if half is HalfDay.MORNING else MIDDAY
    return datetime.combine(day, at, LONDON)


def of_view(house: House, officer: Officer, view_id: str) -> Ways:
    """Every route of a view, those that its writer asks for, and all decisions."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        sight.must_see(books, officer, view_id)
        view = books.views.find(view_id)
        if view is None:
            raise NotFound
        known = books.referrals.of(view)
        return Ways(
            view=view,
            referrals=(*known, *_wished(house, books, view, known)),
            judgements=books.referrals.judgements(view),
            erasable=may_be_erased(books, view.id),
        )


def decide(house: House, officer: Officer, view_id: str, decision: Decision, reason: str) -> None:
    """Record what is to be done and why; where the decision names a route, it is opened."""
    must_hold(officer, SAFEGUARDS)
    reason = _reason(reason)
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        books.referrals.judge(view, Judgement(decision, reason, officer.post, today), officer.id)
        if (route := opened_by(decision, view.age_band)) is not None:
            _open(house, books, view, route)
        alerts.decided(house, books, view_id, officer)
        _audit(house, books, officer, "safeguarding decision", view_id, decision)


def open_route(house: House, officer: Officer, view_id: str, route: Route, *, take: bool) -> None:
    """Put a view on a route, or note that a route which its writer asked for is not taken."""
    must_hold(officer, SAFEGUARDS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        _open(house, books, view, route, Stage.OPEN if take else Stage.NOT_TAKEN)
        _audit(house, books, officer, "route opened" if take else "route not taken", view_id, route)


def extend(house: House, officer: Officer, view_id: str, referral_id: str, reason: str) -> None:
    """Give a complaint its twenty days, which is the most, and tell why."""
    must_hold(officer, SAFEGUARDS)
    reason = _reason(reason)
    with house.store.transaction() as books:
        view, one = _find(books, view_id, referral_id, officer)
        if one.route is not Route.COMPLAINT or one.extended:
            raise NotFound
        until = longest(datetime.combine(one.opened_on, MIDDAY, LONDON), office_hours(house))
        told = {"reference": one.reference, "outcome": reason}
        books.referrals.change(view, one, due_at=until, extended=True, **told)
        _audit(house, books, officer, "complaint extended", view_id, referral_id)


def pass_to_record(
    house: House, officer: Officer, view_id: str, referral_id: str, reference: str
) -> None:
    """Note that it stands in the case record, and under which reference."""
    must_hold(officer, SAFEGUARDS)
    reference = tidied(reference, MOST_REFERENCE)
    if not reference:
        raise NoReference
    today = london_day(house.now())
    with house.store.transaction() as books:
        view, one = _find(books, view_id, referral_id, officer)
        told = {"reference": reference, "outcome": one.outcome}
        books.referrals.change(view, one, passed_on=today, **told)
        _audit(house, books, officer, "passed to the case record", view_id, referral_id)


def close(house: House, officer: Officer, view_id: str, referral_id: str, outcome: str) -> None:
    """Say how a route ended.

    Raises:
        NotPassedOn: it has to stand in the case record first.
    """
    must_hold(officer, SAFEGUARDS)
    outcome = _reason(outcome)
    with house.store.transaction() as books:
        view, one = _find(books, view_id, referral_id, officer)
        if one.needs_record:
            raise NotPassedOn
        told = {"reference": one.reference, "outcome": outcome}
        books.referrals.change(view, one, stage=Stage.CLOSED, **told)
        _audit(house, books, officer, "route closed", view_id, referral_id)


def may_be_erased(books: Books, view_id: str, *, by_writer: bool = False) -> bool:
    """Whether nothing that keeps a child safe would go with this view.

    Withdrawals and retention ask here. What raised a worry has to be read and decided; what was
    passed on needs its reference; what is open, or asked for and not answered, stays.

    Args:
        by_writer: the writer takes it back, and with it what they asked for and nobody took up.
    """
    view = books.views.find(view_id)
    if view is None:
        return True
    known = books.referrals.of(view)
    if any(one.waits or one.needs_record for one in known):
        return False
    if view.asked_for_help or view.worry is not Worry.NONE:
        judged = bool(books.referrals.judgements(view))
        return judged and view.state is not State.RECEIVED
    return by_writer or not proposed(books.wants.of(view.id), {one.route for one in known})


def settled_on(books: Books, view_id: str) -> date | None:
    """The day of the last that was decided or passed on; None where something still waits."""
    view = books.views.find(view_id)
    if view is None or not may_be_erased(books, view_id):
        return None
    passed = [one.passed_on for one in books.referrals.of(view) if one.passed_on]
    return max([*passed, *(one.on for one in books.referrals.judgements(view))], default=None)


def delicate(books: Books) -> frozenset[str]:
    """Views that went, or are asked to go, one of the routes: to be asked about one by one."""
    return books.referrals.on_routes() | frozenset(books.wants.by_view())


def _open(house: House, books: Books, view: View, route: Route, stage: Stage = Stage.OPEN) -> None:
    """A complaint and an advocate count from the day of the wish, all others from now."""
    known = books.referrals.of(view)
    if any(one.route is route and one.waits for one in known):
        return
    wished = {one.route: one for one in _wished(house, books, view, known)}
    start = begins(house, view) if route in wished else house.now()
    by = due(route, start, office_hours(house), house.rules)
    on = london_day(start)
    books.referrals.open(view, route, stage=stage, on=on, due_at=by, outcome="")


def _wished(
    house: House, books: Books, view: View, known: tuple[Referral, ...]
) -> tuple[Referral, ...]:
    routes = proposed(books.wants.of(view.id), {one.route for one in known})
    start = begins(house, view)
    return tuple(
        Referral(
            id="",
            view_id=view.id,
            route=route,
            stage=Stage.PROPOSED,
            opened_on=view.received_on,
            due_at=due(route, start, office_hours(house), house.rules),
        )
        for route in routes
    )


def _find(books: Books, view_id: str, referral_id: str, officer: Officer) -> tuple[View, Referral]:
    view = find(books, view_id, officer)
    for one in books.referrals.of(view):
        if one.id == referral_id and one.stage is Stage.OPEN:
            return view, one
    raise NotFound


def _reason(reason: str) -> str:
    if not reason.strip():
        raise NoReasonGiven
    return checked(reason, MOST_REASON).strip()


def _audit(
    house: House, books: Books, officer: Officer, verb: str, view_id: str, detail: str
) -> None:
    books.audit.append(house.now().isoformat(), officer.id, verb, view_id, detail)

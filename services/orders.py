"""Files with people's words: one officer asks and says why, another decides, and it expires."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.duties import APPROVES_FILES, EXPORTS, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.orders import Ask, Format, Kind, NoReason, NotReady, NotTwoPeople, Order, State
from core.said import tidied
from reports import rows
from services import bundles, exports, sight
from services.house import House, naive_utc
from services.watch import watch_export
from storage.store import Books

SHOWN_FOR = timedelta(days=90)
MOST_WHY = 300


@dataclass(frozen=True, slots=True)
class Shown:
    """An order as one officer sees it."""

    order: Order
    state: State
    may_decide: bool
    may_take: bool


@dataclass(frozen=True, slots=True)
class File:
    """A file that was made for somebody just now."""

    name: str
    held: bytes
    format: Format


def ask_for(house: House, officer: Officer, ask: Ask, why: str) -> str:
    """Ask for a file; it can be fetched once somebody else has approved it. The order's id.

    Raises:
        NoReason: nobody said what it is for. NotFound: the view is not there, or not theirs.
    """
    must_hold(officer, EXPORTS)
    told = tidied(why, MOST_WHY)
    if not told:
        raise NoReason
    now = naive_utc(house.now())
    until = now + timedelta(days=house.retention().exports)
    order = Order("", ask, told, officer.id, officer.post, now, until)
    with house.store.transaction() as books:
        if ask.kind is Kind.BUNDLE:
            _must_be_there(books, officer, ask.view_id)
        kept = books.orders.add(order)
        detail = f"{ask.kind} {ask.format}: {told}"[:MOST_WHY]
        books.audit.append(house.now().isoformat(), officer.id, "file asked for", kept.id, detail)
    return kept.id


def listed(house: House, officer: Officer) -> tuple[Shown, ...]:
    """The orders of the last three months: theirs, and those that wait for a second person."""
    must_hold(officer, EXPORTS | APPROVES_FILES)
    now = naive_utc(house.now())
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        found = books.orders.since(now - SHOWN_FOR)
    return tuple(_shown(one, officer, now) for one in found if one.ask.view_id not in hidden)


def decide(house: House, officer: Officer, order_id: str, approved: bool) -> None:
    """Approve or refuse a file that somebody else asked for.

    Raises:
        NotTwoPeople: they asked for it themselves. NotReady: it is decided, or its days are over.
    """
    must_hold(officer, APPROVES_FILES)
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        order = _find(books, officer, order_id)
        if order.asked_by == officer.id:
            raise NotTwoPeople
        if order.state(now) is not State.WAITING:
            raise NotReady
        books.orders.decide(order, officer.id, officer.post, now, approved)
        verb = "file approved" if approved else "file refused"
        books.audit.append(house.now().isoformat(), officer.id, verb, order.id)


def take(house: House, officer: Officer, order_id: str) -> File:
    """The file, made now, for the officer who asked for it. Each fetching is in the audit.

    Rationale: thousands of views take seconds, so it is made while nobody at Send has to wait, and
    given only once the audit has its line.

    Raises:
        NotReady: nobody approved it, or its days are over.
    """
    must_hold(officer, EXPORTS)
    with house.store.reading() as books:
        held, many = _made(house, books, officer, _ready(house, books, officer, order_id))
    with house.store.transaction() as books:
        order = _ready(house, books, officer, order_id, hold=True)
        books.orders.count_taking(order)
        watch_export(house, books, officer)
        detail = f"{order.ask.kind} {order.ask.format}, {many} views: {order.why}"[:MOST_WHY]
        books.audit.append(house.now().isoformat(), officer.id, "file taken", order.id, detail)
    return File(f"heard-{order.ask.kind}-{order.id[:6]}.{order.ask.format}", held, order.ask.format)


def _ready(
    house: House, books: Books, officer: Officer, order_id: str, *, hold: bool = False
) -> Order:
    """The officer's own order, approved and in its days."""
    order = _find(books, officer, order_id, hold=hold)
    if order.asked_by != officer.id:
        raise NotFound
    if order.state(naive_utc(house.now())) is not State.READY:
        raise NotReady
    return order


def marking(house: House, officer: Officer, reference: str) -> str:
    """The classification, for whom it was made, and when."""
    day = f"{house.now():%d %B %Y}".lstrip("0")
    return (
        f"OFFICIAL-SENSITIVE. Made for {officer.name}, {officer.post}, on {day}. "
        f"Reference {reference[:6]}. Do not pass on."
    )


def _made(house: House, books: Books, officer: Officer, order: Order) -> tuple[bytes, int]:
    """The bytes, and how many views are in them."""
    mark = marking(house, officer, order.id)
    if order.ask.kind is Kind.BUNDLE:
        return bundles.write(house, books, officer, order.ask.view_id, mark), 1
    sheet = exports.views_of(house, books, officer, order.ask, mark)
    return rows.write(sheet, order.ask.format), len(sheet.rows)


def _find(books: Books, officer: Officer, order_id: str, *, hold: bool = True) -> Order:
    order = books.orders.find(order_id, hold=hold)
    if order is None or order.ask.view_id in sight.hidden_from(books, officer):
        raise NotFound
    return order


def _must_be_there(books: Books, officer: Officer, view_id: str) -> None:
    sight.must_see(books, officer, view_id)
    if books.views.find(view_id) is None:
        raise NotFound


def _shown(order: Order, officer: Officer, now: datetime) -> Shown:
    state, mine = order.state(now), order.asked_by == officer.id
    decides = bool(officer.roles & APPROVES_FILES) and not mine and state is State.WAITING
    return Shown(order, state, decides, mine and state is State.READY)

"""How safeguarding stands: what nobody has read, decided or answered yet, and what is late."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.duties import SAFEGUARDS, must_hold
from core.facts import AgeBand, Officer, Voice, Worry
from core.routes import Route, due, proposed
from core.working_time import add_working
from services import alerts, sight
from services.house import House, office_hours
from services.safeguarding import begins
from storage.standing import Waits
from storage.store import Books
from storage.views import View

READ, DECIDE = "read", "decide"
NOT_READ = "Nobody has read a view in the time that we promise"
NOT_DECIDED = "A worry waits for a safeguarding decision, and it is late"
ROUTE_LATE = "Something that was referred is late"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits for a person, without words.

    Args:
        what: "read", "decide", or the route that it is on.
        proposed: only its writer's wish puts it there.
        urgent: somebody may be at risk now.
        since: from when it waits.
    """

    view_id: str
    what: str
    voice: Voice
    age_band: AgeBand | None
    urgent: bool
    since: datetime
    due_at: datetime
    proposed: bool = False

    def late(self, now: datetime) -> bool:
        """Whether its time is over."""
        return self.due_at < now

    def at_once(self, now: datetime) -> bool:
        """Whether it waits for no clock of working days: somebody may be at risk this night."""
        return self.urgent and self.what in (READ, DECIDE) and not self.late(now)


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that waits: where somebody may be at risk first, then what is due first."""

    to_read: tuple[Line, ...]
    to_decide: tuple[Line, ...]
    on_the_way: tuple[Line, ...]
    now: datetime

    @property
    def late(self) -> int:
        """How many of all of these are late."""
        lines = (*self.to_read, *self.to_decide, *self.on_the_way)
        return sum(line.late(self.now) for line in lines)


def look(house: House, officer: Officer) -> Standing:
    """How it stands, for a safeguarding lead; what is kept from them is not in it."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        read, decide, routes = _all(house, books)
    now = house.now()
    return Standing(_sorted(read, hidden), _sorted(decide, hidden), _sorted(routes, hidden), now)


def watch(house: House) -> int:
    """Raise an alert, once for each, about what is late; how many were raised."""
    now = house.now()
    with house.store.reading() as books:
        read, decide, routes = _all(house, books)
    late = [
        (line.view_id, level)
        for lines, level in ((read, NOT_READ), (decide, NOT_DECIDED), (routes, ROUTE_LATE))
        for line in lines
        if line.late(now)
    ]
    raised = _tell(house, late) if late else 0
    if raised:
        house.wake()
    return raised


def _tell(house: House, late: list[tuple[str, str]]) -> int:
    """Raise those that were not raised before; how many."""
    with house.store.transaction() as books:
        fresh = [
            (view_id, level)
            for view_id, level in dict.fromkeys(late)
            if books.views.find(view_id, hold=True) is not None
            and all(one.level != level for one in books.alerts.of_view(view_id))
        ]
        alerts.raise_late(house, books, fresh)
    return len(fresh)


def _sorted(lines: list[Line], hidden: frozenset[str]) -> tuple[Line, ...]:
    seen = (line for line in lines if line.view_id not in hidden)
    return tuple(sorted(seen, key=lambda line: (not line.urgent, line.due_at, line.view_id)))


def _all(house: House, books: Books) -> tuple[list[Line], list[Line], list[Line]]:
    hours = office_hours(house)
    span = timedelta(hours=house.rules.read_hours)
    read = [_line(house, one, READ, span) for one in books.standing.unread()]
    decide = [_line(house, one, DECIDE, hours.a_day) for one in books.standing.undecided()]
    return read, decide, [*_open(books), *_wished(house, books)]


def _line(house: House, one: Waits, what: str, span: timedelta) -> Line:
    since = begins(house, one)
    if what == DECIDE and one.known_at is not None:
        since = max(since, one.known_at.replace(tzinfo=UTC))  # a later look may raise it later
    urgent = one.asked_for_help or one.worry is Worry.URGENT
    by = add_working(since, span, office_hours(house))
    return Line(one.view_id, what, one.voice, one.age_band, urgent, since, by)


def _open(books: Books) -> list[Line]:
    """Routes that a person opened."""
    found = []
    for one in books.referrals.waiting():
        view = books.views.find(one.view_id)
        if view is not None:
            since = datetime.combine(one.opened_on, datetime.min.time(), UTC)
            found.append(_on_route(view, one.route, since, one.due_at, wished=False))
    return found


def _wished(house: House, books: Books) -> list[Line]:
    """Routes that writers asked for and nobody has confirmed."""
    found = []
    for view_id, wants in books.wants.by_view().items():
        view = books.views.find(view_id)
        if view is None:
            continue
        known = {one.route for one in books.referrals.of(view)}
        for route in proposed(wants, known):
            since = begins(house, view)
            by = due(route, since, office_hours(house), house.rules)
            found.append(_on_route(view, route, since, by, wished=True))
    return found


def _on_route(view: View, route: Route, since: datetime, due_at: datetime, *, wished: bool) -> Line:
    return Line(view.id, route, view.voice, view.age_band, False, since, due_at, proposed=wished)

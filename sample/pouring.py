"""Pours the invented voices through the services, day by day, as if time had passed.

What came in, was read, grouped and answered falls on its own past day and in its own order, so that
the audit chain, the dates to look back and the summaries look as they would after fourteen months.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum
from operator import attrgetter

from core.facts import HalfDay, Notice, Officer
from sample.crowd import Person
from services import answers, desk, intake, outbox, review
from services.house import SAFEGUARDING, House

LONG_AGO = "sample/long-ago"
HOURS = {HalfDay.MORNING: time(9, 30), HalfDay.AFTERNOON: time(15, 30)}


class Deed(IntEnum):
    """What happens to a view, in the order in which it can."""

    RECEIVED = 1
    GROUPED = 2
    ANSWERED = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happens to one person's words, and when."""

    at: datetime
    deed: Deed
    person: Person


def pour(house: House, officer: Officer, people: Iterable[Person]) -> int:
    """Let every past day happen again; how many views came in.

    Rationale: nobody is told. The alerts of those days count as sent, or the clock would send them
    all on the first day and the sample would begin as overdue.
    """
    today = house.now()
    moments = sorted(_moments(people, today), key=attrgetter("at", "deed"))
    quiet = replace(house, channels={SAFEGUARDING: (LONG_AGO,)}, wake=lambda: None)
    known: dict[str, str] = {}
    for moment in moments:
        _happen(_at(quiet, moment.at), officer, moment, known)
    while outbox.deliver_due(quiet, {LONG_AGO: _LongAgo()}):
        pass
    return len(known)


class _LongAgo:
    """Stands for whoever was told at the time."""

    name = LONG_AGO

    def send(self, notice: Notice) -> None:
        """It went out long ago."""


def _moments(people: Iterable[Person], today: datetime) -> Iterator[Moment]:
    for number, person in enumerate(people):
        day = today.astimezone(UTC).date() - timedelta(days=person.days_ago)
        at = min(datetime.combine(day, HOURS[person.half], UTC), today)
        yield Moment(at, Deed.RECEIVED, person)
        if person.agreed is not None:
            yield Moment(at + timedelta(days=1 + number % 4), Deed.GROUPED, person)
        if person.reply is not None:
            yield Moment(at + timedelta(days=5 + number % 6), Deed.ANSWERED, person)


def _at(house: House, moment: datetime) -> House:
    return replace(house, now=lambda: moment)


def _happen(house: House, officer: Officer, moment: Moment, known: dict[str, str]) -> None:
    """Do it, keeping which view is whose in `known` (the sample's own key to view id)."""
    person = moment.person
    key = person.said.once_key
    if moment.deed is Deed.RECEIVED:
        intake.receive(house, person.said)
        known[key] = _newest(house, officer, known)
    elif moment.deed is Deed.GROUPED:
        opened = review.open_view(house, officer, known[key])
        review.agree_themes(house, officer, opened.view_id, person.agreed or (), opened.version)
    else:
        answers.reply(house, officer, known[key], person.reply or "")


def _newest(house: House, officer: Officer, known: dict[str, str]) -> str:
    """The one view in the queue that was not there before: a receipt does not tell its id."""
    waiting = {line.view_id for line in desk.waiting(house, officer)}
    (view_id,) = waiting - set(known.values())
    return view_id

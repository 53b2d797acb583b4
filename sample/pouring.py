"""Pours the invented voices through the services, day by day, as if time had passed.

What came in, was read, grouped and answered falls on its own past day and in its own order, so that
the audit chain, the dates to look back and the summaries look as they would after fourteen months.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum
from operator import attrgetter
from pathlib import Path

from core.facts import HalfDay, Notice, Officer, Permission
from core.quotes import QuoteState
from core.stories import OpenedView
from sample.crowd import Person
from services import answers, bank, desk, imports, intake, outbox, redaction, review
from services.house import SAFEGUARDING, House

MINUTES = Path(__file__).with_name("minutes")
REASON = "Could tell who this is"
LEFT_TO_TRY = 3
LONG_AGO = "sample/long-ago"
# Whose code `run` tells, so that somebody may look back as a young person does.
TOLD_AGAIN = "sample teenagers 85"
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


def check_quotes(house: House, second: Officer) -> int:
    """Have a second officer read the quotes; a few are left to try it with. How many are in."""
    waiting = [one for one in bank.listed(house, second) if one.state is QuoteState.WAITING]
    for quote in waiting[LEFT_TO_TRY:]:
        bank.check(house, second, quote.id, True)
    return len(waiting[LEFT_TO_TRY:])


def pour_minutes(house: House) -> int:
    """Take in the public minutes, which are real; how many statements they hold."""
    found = [imports.read_minutes(place) for place in sorted(MINUTES.glob("*.txt"))]
    return sum(imports.take_minutes(house, None, minutes).added for minutes in found)


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
        if opened.permission is Permission.EVERYONE:
            _make_fit_to_quote(house, officer, opened, person)
    else:
        answers.reply(house, officer, known[key], person.reply or "")


def _make_fit_to_quote(house: House, officer: Officer, opened: OpenedView, person: Person) -> None:
    """Mask every name and place in the words, then say that they may be quoted."""
    for name, kind in person.names:
        for place in re.finditer(rf"\b{re.escape(name)}\b", opened.words):
            redaction.mask(house, officer, opened.view_id, *place.span(), kind, REASON)
    now = review.open_view(house, officer, opened.view_id).version
    redaction.clear(house, officer, opened.view_id, True, now)


def _newest(house: House, officer: Officer, known: dict[str, str]) -> str:
    """The one view in the queue that was not there before: a receipt does not tell its id."""
    waiting = {line.view_id for line in desk.waiting(house, officer)}
    (view_id,) = waiting - set(known.values())
    return view_id

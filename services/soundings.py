"""The pulse: an officer asks teams one question in Slack, and the answers are told back to all."""

from datetime import timedelta

from core.dates import written
from core.duties import ASKS_PULSE, must_hold
from core.errors import SomebodyElseChanged
from core.facts import Officer
from core.ids import is_id
from core.presses import PULSE, Press
from core.soundings import (
    NoLongerAsked,
    Sounding,
    choices_of,
    days_of,
    in_words,
    question_of,
    results_of,
    teams_of,
)
from core.working_days import london_day
from services.house import TEAM, House, naive_utc
from storage.store import AlreadyThere, Books

ASKS = (
    "Press one answer. Heard counts it and keeps no name: who pressed is forgotten when the "
    "question closes, after {day}. Nothing under {least} is ever shown, and no team of fewer. The "
    "people who run your Slack may see that you pressed."
)
COUNTED = "Thank you, your answer is counted. What all teams said is told here after {day}."
BEFORE = "You have answered this question already. One answer each is counted."


def write(
    house: House, officer: Officer, question: str, choices: str, teams: str, days: str
) -> str:
    """Keep a question that nobody sees yet; its id."""
    must_hold(officer, ASKS_PULSE)
    asked = question_of(question), choices_of(choices), teams_of(teams), days_of(days)
    with house.store.transaction() as books:
        today = london_day(house.now())
        made = books.soundings.add(*asked, officer_id=officer.id, on=today)
        _note(house, books, officer.id, "pulse written", made)
    return made


def ask(house: House, officer: Officer, sounding_id: str, version: int) -> None:
    """Ask it now: one message with buttons for each team's channel."""
    must_hold(officer, ASKS_PULSE)
    today = london_day(house.now())
    with house.store.transaction() as books:
        found = _as_read(books, sounding_id, version)
        closes_on = today + timedelta(days=found.days)
        if found.opened_on or not books.soundings.open(found, today, closes_on):
            raise SomebodyElseChanged
        body = ASKS.format(day=written(closes_on), least=house.rules.threshold)
        for team in found.teams:
            _tell(house, books, team.channel, found.question, body, _presses(found, team.id))
        _note(house, books, officer.id, "pulse asked", sounding_id)
    house.wake()


def _presses(sounding: Sounding, team_id: str) -> list[Press]:
    return [
        Press(f"{PULSE}.{place}", choice, f"{sounding.id}/{team_id}/{place}")
        for place, choice in enumerate(sounding.choices)
    ]


def answer(house: House, person: str, pressed: str) -> str:
    """Count one person's answer once; what to say to them.

    Raises:
        NoLongerAsked, NotSaved: nothing was counted.
    """
    sounding_id, _, rest = pressed.partition("/")
    team_id, _, place = rest.partition("/")
    if not is_id(sounding_id):
        raise NoLongerAsked
    try:
        with house.store.transaction() as books:
            found = books.soundings.find(sounding_id, hold=True)
            if found is None or found.closes_on is None or not _fits(found, team_id, place):
                raise NoLongerAsked
            if books.soundings.seen(sounding_id, person):
                return BEFORE
            books.soundings.count(sounding_id, team_id, int(place), person)
            return COUNTED.format(day=written(found.closes_on))
    except AlreadyThere:
        return BEFORE


def _fits(sounding: Sounding, team_id: str, place: str) -> bool:
    known = team_id in {team.id for team in sounding.teams}
    return sounding.is_open and known and place in map(str, range(len(sounding.choices)))


def close(house: House, officer: Officer, sounding_id: str, version: int) -> None:
    """Close it now, and tell every team what was answered."""
    must_hold(officer, ASKS_PULSE)
    with house.store.transaction() as books:
        _close(house, books, _as_read(books, sounding_id, version), officer.id)
    house.wake()


def close_due(house: House) -> int:
    """Close every question whose last day is over; how many."""
    with house.store.reading() as books:
        due = books.soundings.due(london_day(house.now()))
    for sounding_id in due:
        with house.store.transaction() as books:
            found = books.soundings.find(sounding_id, hold=True)
            if found is not None and found.is_open:
                _close(house, books, found, "clock")
    return len(due)


def _close(house: House, books: Books, found: Sounding, who: str) -> None:
    if not found.is_open:
        raise NoLongerAsked
    counts, limit = books.soundings.counts(found.id), house.rules.threshold
    results = results_of(counts, found.teams, len(found.choices), limit)
    if not books.soundings.close(found, london_day(house.now()), results):
        raise SomebodyElseChanged
    shown = books.soundings.find(found.id)
    body = in_words(shown or found, limit)
    for team in found.teams:
        _tell(house, books, team.channel, f"What you said: {found.question}", body, [])
    _note(house, books, who, "pulse closed", found.id)


def soundings(house: House, officer: Officer) -> tuple[tuple[Sounding, str], ...]:
    """Every question, and what may be told of its answers: nothing while it is open."""
    must_hold(officer, ASKS_PULSE)
    with house.store.reading() as books:
        found = books.soundings.all()
    return tuple((one, _told(house, one)) for one in found)


def last(house: House) -> tuple[str, str] | None:
    """The question that closed last and what was said, for everybody in the workspace."""
    with house.store.reading() as books:
        found = books.soundings.last_closed()
    return None if found is None else (found.question, _told(house, found))


def _told(house: House, sounding: Sounding) -> str:
    return in_words(sounding, house.rules.threshold) if sounding.closed_on else ""


def _as_read(books: Books, sounding_id: str, version: int) -> Sounding:
    found = books.soundings.find(sounding_id, hold=True)
    if found is None or found.closed_on is not None:
        raise NoLongerAsked
    if found.version != version:
        raise SomebodyElseChanged
    return found


def _tell(
    house: House, books: Books, channel: str, subject: str, body: str, presses: list[Press]
) -> None:
    at = naive_utc(house.now())
    for way in house.channels.get(TEAM, ()):
        books.outbox.put(way, subject, body, at, recipient=channel, presses=presses)


def _note(house: House, books: Books, who: str, verb: str, sounding_id: str) -> None:
    books.audit.append(house.now().isoformat(), who, verb, sounding_id)

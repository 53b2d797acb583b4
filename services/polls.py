"""Short questions: a participation worker types them for the young people's council; all answer."""

from collections import Counter

from core.brakes import PRESSED, TooFast
from core.duties import ASKS_POLLS, must_hold
from core.errors import SomebodyElseChanged
from core.facts import Officer
from core.polls import MOST_LETTERS, Asked, NotOpen, Poll, Results, choices_of, results_of
from core.said import checked
from core.working_days import london_day
from services.house import House
from storage.store import Books


def write(house: House, officer: Officer, question: str, choices: str) -> str:
    """Keep a question with its answers, one a line, that nobody sees yet; its id."""
    must_hold(officer, ASKS_POLLS)
    asked = " ".join(checked(question, MOST_LETTERS).split())
    offered = choices_of(checked(choices, MOST_LETTERS * 10))
    with house.store.transaction() as books:
        poll_id = books.polls.add(asked, offered, officer.id, london_day(house.now()))
        _note(house, books, officer, "poll written", poll_id)
    return poll_id


def open_poll(house: House, officer: Officer, poll_id: str, version: int) -> None:
    """Ask it: from now on everybody can answer."""
    _change(house, officer, poll_id, version, "opened_on", "poll opened")


def close(house: House, officer: Officer, poll_id: str, version: int) -> None:
    """Close it for good: the results are shown to everyone."""
    _change(house, officer, poll_id, version, "closed_on", "poll closed")


def polls(house: House, officer: Officer) -> tuple[Asked, ...]:
    """Every poll, with what everyone may know of its results."""
    must_hold(officer, ASKS_POLLS)
    with house.store.reading() as books:
        found, counts = books.polls.all(), books.polls.counts()
    return tuple(Asked(poll, None, _results(house, poll, counts)) for poll in found)


def asked_now(house: House, browser: str = "") -> tuple[Asked, ...]:
    """The polls that are open, and those that are closed with their results."""
    with house.store.reading() as books:
        found = [poll for poll in books.polls.all() if poll.opened_on is not None]
        counts = books.polls.counts()
        mine = books.polls.mine(browser, [poll.id for poll in found])
    return tuple(Asked(poll, mine.get(poll.id), _results(house, poll, counts)) for poll in found)


def answer(house: House, poll_id: str, choice: int, browser: str) -> None:
    """Keep one browser's answer; the last one counts.

    Raises:
        NotOpen: it is closed, or has no such answer. TooFast: a flood answers it just now.
    """
    now = house.now()
    with house.store.transaction() as books:
        poll = books.polls.find(poll_id)
        if poll is None or not poll.is_open or not 0 <= choice < len(poll.choices):
            raise NotOpen
        if books.brakes.press(PRESSED, now, poll_id) > PRESSED.most:
            raise TooFast
        books.polls.answer(poll_id, browser, choice)


def _results(house: House, poll: Poll, counts: Counter[tuple[str, int]]) -> Results | None:
    if poll.closed_on is None:
        return None
    numbers = [counts[(poll.id, place)] for place in range(len(poll.choices))]
    return results_of(numbers, house.rules.threshold)


def _change(
    house: House, officer: Officer, poll_id: str, version: int, day: str, verb: str
) -> None:
    must_hold(officer, ASKS_POLLS)
    with house.store.transaction() as books:
        poll = books.polls.find(poll_id)
        if poll is None or poll.closed_on is not None:
            raise NotOpen
        stale = poll.version != version
        if stale or not books.polls.change(poll, **{day: london_day(house.now())}):
            raise SomebodyElseChanged
        _note(house, books, officer, verb, poll_id)


def _note(house: House, books: Books, officer: Officer, verb: str, poll_id: str) -> None:
    books.audit.append(house.now().isoformat(), officer.id, verb, poll_id)

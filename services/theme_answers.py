"""One answer, written once, for everybody in a theme: by code, in Slack, and on the board."""

from dataclasses import dataclass, replace

from core.board import MOST_LETTERS, Standing
from core.board import Draft as Point
from core.duties import ANSWERS_THEMES, must_hold
from core.errors import HeardError
from core.facts import Officer, State, Voice
from core.inbox import has_code
from core.said import checked
from core.stories import ANSWERED, Step
from core.working_days import london_day
from services import sight, tallying, writers
from services.house import House
from services.lookback import find_by_code
from storage.store import Books
from storage.theme_answers import ThemeAnswer
from storage.views import View


class NobodyThere(HeardError):
    """Nobody has spoken of that theme."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Nobody who could read an answer has spoken of that theme.")


@dataclass(frozen=True, slots=True)
class Reply:
    """What an officer writes once.

    Args:
        adult: the words for practitioners. young: the same for young people, and for the board.
        said: what young people said, for the board; nothing goes onto it where this is empty.
    """

    theme: str
    adult: str
    young: str
    said: str = ""
    standing: Standing = Standing.WILL
    action_id: str | None = None


def answer_theme(house: House, officer: Officer, reply: Reply) -> int:
    """Answer everybody in a theme; how many it went to, as every total counts them.

    Young people read the young version by their code, practitioners the other one. Whoever can be
    told in Slack is told that there is an answer, never what was said. A point for the board waits
    there until somebody else has looked at it.

    Raises:
        NothingSaid, TooLong, CannotRead, NobodyThere: nothing was sent.
    """
    must_hold(officer, ANSWERS_THEMES)
    most = house.rules.most_letters
    adult, young = (checked(one, most).strip() for one in (reply.adult, reply.young))
    reply = replace(reply, adult=adult, young=young)
    today = london_day(house.now())
    with house.store.transaction() as books:
        uncounted = sight.counted_nowhere(books)
        everybody = _everybody(books, reply.theme, uncounted)
        told = books.theme_answers.went_to(reply.theme, reply.adult, reply.young, today)
        reached = [view for view in everybody if view.id not in told]  # once, however often pressed
        for view in reached:
            _tell(house, books, view, reply, officer)
        if reached:
            _keep(house, books, reply, officer, [view.id for view in reached])
    house.wake()
    return sum(view.id not in uncounted for view in everybody)


def _keep(house: House, books: Books, reply: Reply, officer: Officer, reached: list[str]) -> None:
    now = house.now()
    answer_id = books.theme_answers.add(
        reply.theme,
        adult=reply.adult,
        young=reply.young,
        action_id=reply.action_id,
        officer_id=officer.id,
        on=london_day(now),
    )
    books.theme_answers.reach(answer_id, reached)
    if reply.said.strip():
        books.board.add(_point(reply), officer.id, london_day(now))
    books.audit.append(now.isoformat(), officer.id, "theme answered", answer_id, reply.theme)


def _tell(house: House, books: Books, view: View, reply: Reply, officer: Officer) -> None:
    """Put the answer with one view, in the words meant for whoever wrote it."""
    today = london_day(house.now())
    words = reply.young if view.voice is Voice.YOUNG_PERSON else reply.adult
    books.threads.say(view, words, today, officer_id=officer.id, once_key=None)
    books.views.change(view, state=State.ANSWERED)
    books.threads.note(view, Step(ANSWERED, today))
    writers.tell(house, books, view)


def _everybody(books: Books, theme: str, uncounted: frozenset[str]) -> list[View]:
    """Everybody to answer. Where all of them are counted nowhere, it is as if nobody had spoken."""
    found = [books.views.find(view_id) for view_id in books.catalogue.carrying(theme)]
    views = [view for view in found if view is not None and has_code(view.door)]
    if all(view.id in uncounted for view in views):
        raise NobodyThere
    return views


def _point(reply: Reply) -> Point:
    said = checked(reply.said, MOST_LETTERS).strip()
    return Point(reply.theme, said, reply.standing, reply.young[:MOST_LETTERS], reply.action_id)


def answered(house: House, officer: Officer) -> tuple[ThemeAnswer, ...]:
    """Every answer to a theme, and how many came back to read it."""
    must_hold(officer, ANSWERS_THEMES)
    with house.store.reading() as books:
        return books.theme_answers.all(sight.counted_nowhere(books))


def mark_read(house: House, receipt: str) -> None:
    """Whoever holds this code has an answer before them: keep the day, once, and nothing else."""
    with house.store.reading() as books:
        if not books.theme_answers.unseen(find_by_code(books, receipt).id):
            return
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find_by_code(books, receipt)
        books.theme_answers.see(view.id, today)
        tallying.count(house, books, f"door:{view.door}", "answer read")

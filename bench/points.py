"""A5: a fault before and after each SQL statement of every verb that writes; all or nothing."""

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import count
from pathlib import Path

import pyotp
import sqlalchemy as sa

import settings
import wiring
from bench.figures import Proof
from bench.servers import environment, postgres_for
from core.actions import POINT, Action, ActionState
from core.errors import HeardError
from core.facts import Door, HalfDay, Officer, Role, Statement, Submission, Voice
from core.imports import Minutes
from core.records import Written
from core.summaries import PaperOrder, Period
from services import (
    accounts,
    answers,
    asking_back,
    drafting,
    imports,
    intake,
    lookback,
    meeting,
    papers,
    redaction,
    review,
    signing,
    tallying,
    theme_answers,
    withdrawing,
)
from services.house import House
from services.lookback import find_by_code
from services.theme_answers import Reply
from storage import migrations, tables

EVENTS = ("before_cursor_execute", "after_cursor_execute")
MOST_POINTS = 400
RARE = "identity_culture"
ORDER = PaperOrder(Period(date(2000, 1, 1), date(2100, 1, 1)), date(2100, 2, 2), "4a")
FORMS = count()
PASSWORD = "long enough for a bench"
Verb = Callable[[], object]


class Broken(HeardError):
    """The fault that is put in."""


@dataclass(slots=True)
class Walk:
    """How many points were tried, and at how many something was left by halves."""

    points: int = 0
    halves: int = 0


def a5(engine: str) -> Proof:
    """Every verb, broken at every statement."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, postgres))
        migrations.upgrade(held.database_url, held.keys_url)
        house = wiring.build_house(held, wake=lambda: None)
        walk = Walk()
        for verb in _verbs(house):
            for event in EVENTS:
                _walk(house, verb, event, walk)
        house.store.close()
    return Proof(
        "A5",
        f"a fault at every statement, {engine}",
        f"{walk.halves} of {walk.points} points left something by halves",
        "0",
        walk.halves == 0 and walk.points > 100,
    )


def _walk(house: House, verb: Callable[[], Verb], event: str, walk: Walk) -> None:
    """Break the verb at its first statement, its second, and so on until it goes through."""
    for point in range(MOST_POINTS):
        act = verb()
        before = _everything(house)
        if not _broken(house, act, event, point):
            return
        walk.points += 1
        walk.halves += _everything(house) != before
    raise RuntimeError("the verb never went through")


def _broken(house: House, act: Verb, event: str, point: int) -> bool:
    """Whether the fault was reached."""
    seen = iter(range(MOST_POINTS + 1))

    def fault(*_: object) -> None:
        if next(seen) == point:
            raise Broken("a fault that was put in")

    sa.event.listen(house.store.engine, event, fault)
    try:
        act()
    except Broken:
        return True
    finally:
        sa.event.remove(house.store.engine, event, fault)
    return False


def _everything(house: House) -> str:
    """A fingerprint of every row of every table."""
    told = hashlib.sha256()
    with house.store.engine.connect() as connection:
        for table in tables.books.sorted_tables:
            rows = connection.execute(sa.select(table).order_by(*table.primary_key.columns))
            told.update(repr(rows.all()).encode())
    return told.hexdigest()


def _said(*, calm: bool = False) -> Submission:
    words = "The bus to school is late." if calm else "He hurt me last night. I am scared."
    key = f"form-{next(FORMS)}"
    return Submission(Voice.YOUNG_PERSON, Door.WEB, words, key, asked_for_help=not calm)


def _verbs(house: House) -> list[Callable[[], Verb]]:
    """Each gives an act that is ready to be done once; officers first, while no view is there."""
    officer = _officer(house)
    return [
        lambda: partial(_add_officer, house, f"{next(FORMS)}@council.example"),
        lambda: _sign_in(house),
        lambda: partial(intake.receive, house, _said()),
        *_verbs_on_a_view(house, officer),
        *_verbs_of_papers(house, officer),
        lambda: _write_up(house),
        lambda: partial(imports.take_minutes, house, officer, _minutes()),
    ]


def _verbs_on_a_view(house: House, officer: Officer) -> list[Callable[[], Verb]]:
    def after(
        act: Callable[[str, str, int], object],
        first: Callable[[str], object] = lambda _: None,
        *,
        calm: bool = False,
    ) -> Callable[[], Verb]:
        def ready() -> Verb:
            code = intake.receive(house, _said(calm=calm)).receipt or ""
            with house.store.reading() as books:
                view_id = find_by_code(books, code).id
            first(view_id)
            version = review.open_view(house, officer, view_id).version
            return lambda: act(view_id, code, version)

        return ready

    return [
        after(lambda v, _, n: review.agree_themes(house, officer, v, ("safety", "money"), n)),
        after(lambda v, *_: redaction.mask(house, officer, v, 0, 2, "PERSON", "a name")),
        after(
            lambda v, *_: redaction.unmask(house, officer, v, 0, 2),
            first=lambda v: redaction.mask(house, officer, v, 0, 2, "PERSON", "a name"),
        ),
        after(lambda v, _, n: redaction.clear(house, officer, v, True, n)),
        after(lambda v, *_: answers.reply(house, officer, v, "Thank you. We are on it.")),
        after(lambda _, code, n: lookback.say_more(house, code, "More.", f"m{next(FORMS)}{n}")),
        after(lambda *_: papers.issue(house, officer, ORDER)),
        after(lambda _, code, __: withdrawing.withdraw(house, code), calm=True),
    ]


def _verbs_of_papers(house: House, officer: Officer) -> list[Callable[[], Verb]]:
    """Writing a paper, keeping what was decided, asking back, answering a theme."""
    draft = drafting.begin(house, officer, ORDER)
    day, open_ = date(2100, 2, 2), ActionState.OPEN
    decided = Action("", "", POINT, "1", "Service to act.", RARE, "Service", None, open_, day)
    said = Written("", "future", "It will.", ("figures",))
    reply = Reply(RARE, "We will.", "We will.", "We said so.")

    @cache
    def spoken_of() -> str:
        """One person who speaks of something that nobody else does, and a decision about it."""
        code = intake.receive(house, _said()).receipt or ""
        with house.store.reading() as books:
            view_id = find_by_code(books, code).id
        version = review.open_view(house, officer, view_id).version
        review.agree_themes(house, officer, view_id, (RARE,), version)
        return meeting.keep(house, officer, draft.id, (decided,))[0]

    def ready(act: Callable[[str], object]) -> Callable[[], Verb]:
        return lambda: partial(act, spoken_of())

    return [
        lambda: partial(drafting.put, house, officer, draft.id, said, ""),
        ready(lambda _: meeting.keep(house, officer, draft.id, (decided,))),
        ready(lambda action: asking_back.ask(house, officer, action, "Is it so?")),
        ready(lambda _: theme_answers.answer_theme(house, officer, reply)),
        lambda: partial(signing.add_member, house, officer, "A"),
    ]


def _minutes() -> Minutes:
    said = Statement("Members asked for shorter waits.", f"Minutes {next(FORMS)}", 1)
    return Minutes(
        "Committee", said.source, (said, replace(said, words="Homes were discussed.", position=2))
    )


def _sign_in(house: House) -> Verb:
    """Somebody new each time: a number opens one session only."""
    email = f"{next(FORMS)}@council.example"
    number = pyotp.TOTP(_add_officer(house, email)).now()
    return partial(accounts.sign_in, house, email, PASSWORD, number)


def _write_up(house: House) -> Verb:
    """A half-day that is over, and stands in the audit afterwards; those before it stand there."""
    tallying.write_up(house)
    with house.store.transaction() as books:
        books.tallies.add(date(2000, 1, 1), HalfDay.MORNING, "door:web", f"tried {next(FORMS)}")
    return partial(tallying.write_up, house)


def _add_officer(house: House, email: str) -> str:
    return accounts.add_officer(
        house,
        email=email,
        name="Bench",
        post="Participation Manager",
        password=PASSWORD,
        roles={Role.PARTICIPATION},
    )


def _officer(house: House) -> Officer:
    email = "participation@council.example"
    _add_officer(house, email)
    with house.store.reading() as books:
        account = books.officers.account(email)
    assert account is not None
    return account.officer

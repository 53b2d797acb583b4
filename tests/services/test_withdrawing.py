"""Words taken back by their code: gone from every table, every count and every old copy."""

from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from core.errors import KeptForNow, NotFound, ReadFirst, TakenBack, WrongCode
from core.facts import Openness, Permission, State, Suggestions, ThemeScore, Voice, Who, Worry
from core.summaries import Count
from services import (
    answers,
    desk,
    digest,
    intake,
    lookback,
    papers,
    redaction,
    review,
    upkeep,
    withdrawing,
)
from services.lookback import find_by_code
from storage import checkup, tables
from storage.vault import KeyGone
from tests.services.people import (
    decided,
    five_others,
    grouped,
    participation_worker,
    quotable,
    said,
)
from tests.services.test_papers import ORDER, PERIOD, line

GONE = "You took this back on Tuesday 12 January 2027."
CANARY = "canary the stairs are cold"


@dataclass
class Told:
    """Worries as it is told to."""

    worry: Worry = Worry.NONE

    def suggest(self, text):
        themes = (ThemeScore("money", 0.9),)
        return Suggestions(themes, ("money",), worry=self.worry, language="en", method="told")


@pytest.fixture
def tagger():
    return Told()


def tell(house, form) -> str:
    """Send a form; its code."""
    return intake.receive(house, form).receipt or ""


def rows(house):
    """Every row of every table of the books, by table."""
    every = tables.books.sorted_tables
    with house.store.engine.connect() as asked:
        return {
            table: [row._asdict() for row in asked.execute(sa.select(table))] for table in every
        }


def whole(house, by):
    """A view with everything that can hang on one; its id and its code."""
    view_id, code = quotable(
        house, by, ("money", "safety"), words=CANARY, who=Who(Openness.CONTACT, CANARY, CANARY)
    )
    redaction.mask(house, by, view_id, 0, 6, "PERSON", CANARY)
    lookback.say_more(house, code, f"{CANARY} too", "more-1")
    answers.reply(house, by, view_id, f"{CANARY}: we are on it.")
    with house.store.transaction() as books:
        books.threads.add_addition(books.views.find(view_id), CANARY, PERIOD.start)
    return view_id, code


def counts(house):
    with house.store.reading() as books:
        return books.rollup.total(), books.rollup.recount()


def test_nothing_of_it_is_left_but_a_keyed_hash_and_the_day(house):
    by = participation_worker(house)
    before = {table.name for table, kept in rows(house).items() if kept}
    view_id, code = whole(house, by)
    withdrawing.withdraw(house, code)
    left = {table.name: kept for table, kept in rows(house).items() if kept}
    assert left.keys() == before | {"rollup", "rollup_month", "taken_back", "tally"}
    (kept,) = left["taken_back"]
    assert kept.keys() == {"receipt_mac", "on"}
    counted = [(one["verb"], one["subject"]) for one in left["tally"]]
    assert ("taken back", "") in counted
    assert "canary" not in str(left)
    assert checkup.check(house.store).troubles == ()
    with pytest.raises(NotFound):
        review.open_view(house, by, view_id)


@pytest.mark.parametrize("permission", list(Permission))
def test_the_counts_move_back_and_equal_a_recount(house, permission):
    by = participation_worker(house)
    grouped(house, by, ("money",), voice=Voice.PRACTITIONER)
    before, _ = counts(house)
    _, code = grouped(house, by, ("money", "safety"), permission=permission)
    assert counts(house)[0] != before
    unsorted = tell(house, said(permission=permission))
    withdrawing.withdraw(house, code)
    withdrawing.withdraw(house, unsorted)
    assert counts(house) == (before, before)


def test_an_old_copy_of_the_books_cannot_be_read(house):
    view_id, code = whole(house, participation_worker(house))
    copy = rows(house)
    withdrawing.withdraw(house, code)
    with house.store.engine.begin() as connection:
        for table in (tables.view, tables.who, tables.message, tables.addition, tables.mask):
            connection.execute(sa.insert(table), copy[table])
    with house.store.reading() as books:
        view = books.views.find(view_id)
        ledgers = books.views.words, books.views.who, books.views.masks
        for read in (*ledgers, books.threads.messages, books.threads.additions):
            with pytest.raises(KeyGone):
                read(view)


def test_it_leaves_queue_summary_quotes_and_the_preview_of_the_paper(house):
    others = five_others(house, by := participation_worker(house))
    codes = [quotable(house, by, ("money",), words=f"{CANARY} {n}")[1] for n in range(6)]
    assert CANARY in str(papers.preview(house, by, ORDER))
    assert line(digest.summarise(house, by, PERIOD), "money").young_people == Count(6)
    withdrawing.withdraw(house, codes[0])
    assert f"{CANARY} 0" not in str(papers.preview(house, by, ORDER))
    found = line(digest.summarise(house, by, PERIOD), "money")
    assert found.young_people == Count(5)
    assert f"{CANARY} 0" not in str(found.quotes)
    for code in codes[1:]:
        withdrawing.withdraw(house, code)
    assert CANARY not in str(papers.preview(house, by, ORDER))
    assert {line.view_id for line in desk.waiting(house, by)} == others


def test_a_paper_that_was_issued_stays_and_the_next_leaves_it_out(house):
    five_others(house, by := participation_worker(house))
    codes = [quotable(house, by, ("money",), words=f"{CANARY} {n}")[1] for n in range(5)]
    papers.issue(house, by, ORDER)
    kept = rows(house)[tables.paper]
    withdrawing.withdraw(house, codes[0])
    assert rows(house)[tables.paper] == kept
    frozen = line(papers.preview(house, by, ORDER).summary, "money")
    assert (frozen.young_people, f"{CANARY} 0" in str(frozen.quotes)) == (Count(5), False)
    assert line(digest.summarise(house, by, PERIOD), "money").young_people == Count(None, 5)


def test_the_code_tells_the_day_and_nothing_else(house, now):
    withdrawing.withdraw(house, code := tell(house, said()))
    now.pass_by(days=40)
    for ask in (lookback.open_story, withdrawing.must_be_read_first):
        with pytest.raises(TakenBack, match=GONE):
            ask(house, code)
    with pytest.raises(TakenBack):
        lookback.say_more(house, code, "More.", "more-2")


def test_twice_is_harmless(house):
    by = participation_worker(house)
    _, code = grouped(house, by, ("money",))
    withdrawing.withdraw(house, code)
    before = rows(house)
    withdrawing.withdraw(house, code.upper())
    assert rows(house) == before


def test_a_wrong_code_takes_nothing_back(house):
    intake.receive(house, said())
    before, others = rows(house), house.store.receipt_for("somebody else's")
    for code in ("", "not a code", others):
        with pytest.raises(WrongCode):
            withdrawing.withdraw(house, code)
    assert rows(house) == before


def test_the_same_form_does_not_come_in_again_by_itself(house):
    form = said()
    withdrawing.withdraw(house, tell(house, form))
    before = rows(house)
    with pytest.raises(TakenBack):
        intake.receive(house, form)
    assert rows(house) == before


@pytest.mark.parametrize("worry", [Worry.URGENT, Worry.CONCERN, Worry.UNREAD])
def test_what_raised_a_worry_is_kept_until_a_person_has_read_it(house, tagger, worry):
    by = participation_worker(house)
    tagger.worry = worry
    code, before = tell(house, said()), rows(house)
    assert withdrawing.must_be_read_first(house, code)
    with pytest.raises(ReadFirst):
        withdrawing.withdraw(house, code)
    assert rows(house) == before
    (view,) = desk.waiting(house, by)
    review.open_view(house, by, view.view_id)
    assert not withdrawing.must_be_read_first(house, code)
    with pytest.raises(KeptForNow):
        withdrawing.withdraw(house, code)
    decided(house, view.view_id)
    withdrawing.withdraw(house, code)
    assert desk.waiting(house, by) == ()


def test_who_asked_for_help_is_read_first_and_again_after_saying_more(house, tagger):
    by = participation_worker(house)
    code = tell(house, said(asked_for_help=True))
    with pytest.raises(ReadFirst):
        withdrawing.withdraw(house, code)
    (view,) = desk.waiting(house, by)
    answers.reply(house, by, view.view_id, "We ring you today.")
    lookback.say_more(house, code, "And one more thing.", "more-3")
    assert desk.waiting(house, by)[0].state is State.RECEIVED
    with pytest.raises(ReadFirst):
        withdrawing.withdraw(house, code)


def test_a_key_that_could_not_be_destroyed_goes_in_a_night_to_come(house, now):
    code = tell(house, said())
    with house.store.reading() as books:
        key_id = find_by_code(books, code).key_id

    def broken(*_):
        raise sa.exc.OperationalError("DELETE", {}, OSError("the key store is away"))

    keys = house.store.vault.engine
    sa.event.listen(keys, "before_cursor_execute", broken)
    withdrawing.withdraw(house, code)
    sa.event.remove(keys, "before_cursor_execute", broken)
    with pytest.raises(TakenBack):
        lookback.open_story(house, code)
    assert house.store.vault.key(key_id)
    now.pass_by(days=2)
    upkeep.sweep_keys(house)
    with pytest.raises(KeyGone):
        house.store.vault.key(key_id)

"""Intake: all or nothing, once only, and never without somebody knowing."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from core.errors import CannotRead, NothingSaid, NotSaved, TooLong
from core.facts import (
    Door,
    Openness,
    Permission,
    Submission,
    Suggestions,
    Voice,
    Who,
    Worry,
)
from services import answers, intake, review
from services.lookback import find_by_code
from services.shelf import Shelf
from storage import tables
from tests.services.people import participation_worker, queue_ids

SAID = Submission(
    voice=Voice.YOUNG_PERSON, door=Door.WEB, words="My worker rings back.", once_key="k1"
)


class Worried:
    def suggest(self, text: str) -> Suggestions:
        return Suggestions(worry=Worry.URGENT, signal="abuse", language="en", method="test")


class Broken:
    def suggest(self, text: str) -> Suggestions:
        raise RuntimeError("the model fell over")


def rows(house, table):
    with house.store.engine.connect() as connection:
        return connection.execute(sa.select(table)).all()


def test_words_are_stored_sealed_with_a_code_and_a_day_to_look_back(house):
    told = intake.receive(house, SAID)
    assert told.receipt is not None
    assert len(told.receipt.split("-")) == 6
    assert told.look_back_on == date(2027, 1, 26)
    (row,) = rows(house, tables.view)
    assert b"worker" not in row.words
    with house.store.reading() as books:
        view = find_by_code(books, told.receipt)
        assert books.views.words(view)[0] == "My worker rings back."
        assert books.audit.verify().lines == 0
        assert books.tallies.waiting("received") == 1
        assert books.rollup.total() == books.rollup.recount()


def test_the_same_send_gives_the_first_code_and_is_kept_once(house):
    first = intake.receive(house, SAID)
    again = intake.receive(house, SAID)
    assert again.receipt == first.receipt
    assert again.repeated
    assert len(rows(house, tables.view)) == 1


def test_the_same_form_with_other_words_is_kept_as_an_addition(house):
    first = intake.receive(house, SAID)
    again = intake.receive(house, replace(SAID, words="And she is kind."))
    assert again.added
    assert again.receipt == first.receipt
    third = intake.receive(house, replace(SAID, words="And she is kind."))
    assert third.repeated
    assert len(rows(house, tables.addition)) == 1


def test_after_half_an_hour_the_code_is_not_shown_again(house, now):
    first = intake.receive(house, SAID)
    now.pass_by(minutes=29)
    assert intake.receive(house, SAID).receipt == first.receipt
    now.pass_by(minutes=17)  # the mark is kept to a quarter of an hour, so as not to tell when
    assert intake.receive(house, SAID).receipt is None


def test_a_worry_is_in_the_outbox_when_the_words_are_stored(house):
    told = intake.receive(replace(house, tagger=Worried()), SAID)
    assert told.help_first
    (row,) = rows(house, tables.outbox)
    assert row.channel == "safeguarding/mail"
    assert "worker" not in row.body
    assert told.receipt not in row.body


def test_words_are_kept_and_somebody_is_told_when_the_tagger_fails(house):
    told = intake.receive(replace(house, tagger=Broken()), SAID)
    assert told.receipt
    assert len(rows(house, tables.outbox)) == 1
    (row,) = rows(house, tables.view)
    assert row.worry == "unread"


def test_asking_for_help_is_told_whatever_the_words_say(house):
    intake.receive(house, replace(SAID, asked_for_help=True))
    assert len(rows(house, tables.outbox)) == 1


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("", NothingSaid),
        (" \n ", NothingSaid),
        ("a\0b", CannotRead),
        ("\ud800", CannotRead),
        ("x" * 20_001, TooLong),
        ("x" * 1_000_000, TooLong),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(house, words, error):
    before = {table.name: rows(house, table) for table in tables.books.sorted_tables}
    with pytest.raises(error):
        intake.receive(house, replace(SAID, words=words))
    assert {table.name: rows(house, table) for table in tables.books.sorted_tables} == before


def test_nothing_is_kept_when_any_statement_of_the_submission_fails(house):
    """A5: a fault before each SQL statement, and none leaves half a view behind.

    The shelf's clock stands still: its look for a newer edition fails quietly, as it should.
    """
    worried = replace(house, tagger=Worried(), shelf=Shelf(lambda: 0.0))
    intake.receive(worried, replace(SAID, once_key="warm-up"))
    before = everything(house)
    reached = 0
    for point in range(40):
        if not broken_at(worried, point, replace(SAID, once_key=f"k{point}")):
            reached = point
            break
        assert everything(house) == before
    assert reached >= 8


def everything(house):
    return Counter({t.name: len(rows(house, t)) for t in tables.books.sorted_tables})


def broken_at(house, point, said):
    """Send with a fault at the statement of that number; False where it never came to it."""
    seen: Counter[str] = Counter()

    def fail(*_: object) -> None:
        seen["n"] += 1
        if seen["n"] == point + 1:
            raise sa.exc.OperationalError("fault", {}, OSError("disk is full"))

    sa.event.listen(house.store.engine, "before_cursor_execute", fail)
    try:
        intake.receive(house, said)
    except NotSaved:
        return True
    finally:
        sa.event.remove(house.store.engine, "before_cursor_execute", fail)
    return False


def test_no_row_tells_which_view_came_first(house):
    for number in range(3):
        intake.receive(house, replace(SAID, once_key=f"k{number}", permission=Permission.EVERYONE))
    assert {(row.received_on, row.half) for row in rows(house, tables.view)} == {
        (date(2027, 1, 12), "am")
    }
    (counted,) = rows(house, tables.tally)
    assert tuple(counted) == (date(2027, 1, 12), "am", "received", "door:web", "", 3)
    assert rows(house, tables.audit) == []


def test_asking_for_help_the_second_time_is_told_and_kept(house):
    first = intake.receive(house, SAID)
    reach = Who(Openness.CONTACT, "Sky", "07700 900111")
    again = intake.receive(house, replace(SAID, asked_for_help=True, who=reach))
    assert again.added
    assert again.help_first
    assert len(rows(house, tables.outbox)) == 1
    with house.store.reading() as books:
        view = find_by_code(books, first.receipt or "")
        assert view.asked_for_help
        assert books.views.who(view) == reach
    intake.receive(house, replace(SAID, asked_for_help=True, who=reach))
    assert len(rows(house, tables.outbox)) == 1


def test_a_later_choice_about_quoting_counts_and_the_roll_up_follows(house):
    intake.receive(house, replace(SAID, permission=Permission.EVERYONE))
    intake.receive(house, SAID)
    (row,) = rows(house, tables.view)
    assert row.permission == "count_only"
    with house.store.reading() as books:
        assert books.rollup.total() == books.rollup.recount()


def test_a_worry_in_a_short_answer_is_seen(house):
    class Reads:
        def suggest(self, text: str) -> Suggestions:
            seen = Worry.URGENT if "hit her" in text else Worry.NONE
            return Suggestions(worry=seen, language="en", method="test")

    details = (("What it means for children", "He hit her last night."),)
    told = intake.receive(replace(house, tagger=Reads()), replace(SAID, details=details))
    assert told.help_first


def test_a_practitioner_is_not_told_about_as_somebody_unsafe(house):
    said = replace(SAID, voice=Voice.PRACTITIONER, asked_for_help=True)
    intake.receive(house, said)
    (row,) = rows(house, tables.outbox)
    assert "a child may be at risk now" in row.body


def test_more_words_for_an_answered_view_bring_it_back_to_the_queue(house):
    by = participation_worker(house)
    intake.receive(house, SAID)
    (view_id,) = queue_ids(house, by)
    opened = review.open_view(house, by, view_id)
    review.agree_themes(house, by, view_id, ("money",), opened.version)
    answers.reply(house, by, view_id, "Thank you.")
    assert queue_ids(house, by) == []
    intake.receive(house, replace(SAID, words="It is worse now."))
    assert queue_ids(house, by) == [view_id]

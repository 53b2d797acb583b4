"""Search finds words that lie sealed, shows each officer only theirs, and is itself watched."""

from dataclasses import replace

import pytest

from core.attention import Why
from core.curiosity import MANY, Notice
from core.errors import NotFound, SayWhy
from core.facts import PersonalDetail, Role, Suggestions, Worry
from services import answers, intake, lookback, ownership, review, searching, watch
from services.withdrawing import withdraw
from storage.sight import Sight
from tests.services.people import grouped, officer, participation_worker, queue_ids, said

sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


class KnowsKay:
    """A tagger to whom "Kay" is a name and nothing else is."""

    def suggest(self, text):
        at = text.find("Kay")
        found = (PersonalDetail(at, at + 3, "PERSON"),) if at >= 0 else ()
        return Suggestions(worry=Worry.NONE, language="en", method="kay", personal=found)


def found(house, by, typed, **more):
    return {line.view_id for line in searching.search(house, by, typed, **more).lines}


def test_words_are_found_before_and_after_their_sketch_is_drawn(house):
    by = participation_worker(house)
    first = intake.receive(house, said("The bus was late and I missed school."))
    intake.receive(house, said("My room is cold."))
    bus, room = (found(house, by, word) for word in ("buses", "rooms"))
    assert (len(bus), len(room)) == (1, 1)
    assert searching.draw_sketches(house, 10) == 2
    assert searching.draw_sketches(house, 10) == 0
    assert found(house, by, "Missing BUS") == bus
    assert found(house, by, "bus room") == set()
    lookback.say_more(house, first.receipt or "", "Now the train is late.", "another form")
    assert found(house, by, "train bus") == bus, "words that came later, not sketched yet"
    searching.draw_sketches(house, 10)
    assert found(house, by, "train bus") == bus
    withdraw(house, first.receipt or "")
    assert found(house, by, "bus") == set()
    with house.store.vault.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT sketch FROM record_key WHERE sketch IS NOT NULL")
        assert len(rows.all()) == 1, "the sketch went with the key"


@sqlite
def test_the_same_word_looks_different_in_every_sketch(house):
    for _ in range(2):
        intake.receive(house, said("School is far."))
    searching.draw_sketches(house, 10)
    with house.store.vault.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT sketch FROM record_key WHERE sketch IS NOT NULL")
        one, other = ({bytes(s)[i : i + 4] for i in range(16, len(s), 4)} for (s,) in rows)
    assert len(one) == len(other) == 3
    assert not one & other


@sqlite
def test_nothing_is_found_that_the_officer_may_not_know_of(house, monkeypatch):
    by = participation_worker(house)
    intake.receive(house, said("The bus was late."))
    (view_id,) = queue_ids(house, by)
    monkeypatch.setattr(Sight, "hidden_from", lambda *_: frozenset({view_id}))
    assert searching.search(house, by, "bus").total == 0


@sqlite
def test_what_is_closed_is_found_too_and_opened_with_a_reason(house, now):
    by = participation_worker(house)
    view_id, _ = grouped(house, by, ("money",), words="The bus was late.")
    answers.reply(house, by, view_id, "Thank you.")
    now.pass_by(hours=1)
    seen = searching.search(house, by, "bus")
    assert (seen.total, seen.closed) == (1, 1)
    with pytest.raises(SayWhy):
        review.open_view(house, by, view_id)


@sqlite
def test_a_search_hit_that_waits_asks_for_a_reason_as_well(house):
    by = participation_worker(house)
    intake.receive(house, said("The bus was late."))
    (view_id,) = queue_ids(house, by)
    other, _ = officer(house, Role.REVIEWER, email="other@x.example")
    searching.search(house, by, "bus")
    with pytest.raises(SayWhy):
        review.open_view(house, by, view_id)
    assert review.open_view(house, other, view_id).words, "they searched for nothing"
    house.now.pass_by(minutes=31)
    assert review.open_view(house, by, view_id).words, "from the queue, later"
    searching.search(house, by, "bus")
    house.now.pass_by(minutes=31)
    searching.search(house, by, "late")
    with pytest.raises(SayWhy):
        review.open_view(house, by, view_id)
    assert review.open_view(house, by, view_id, Why.RIGHTS).words


@sqlite
def test_a_search_for_a_name_needs_a_reason_is_told_and_can_be_looked_into(house):
    house = replace(house, tagger=KnowsKay())
    by = participation_worker(house)
    lead, _ = officer(house, Role.SAFEGUARDING, email="lead@x.example")
    admin, _ = officer(house, Role.ADMINISTRATOR, email="admin@x.example")
    with pytest.raises(searching.NameNeedsReason):
        searching.search(house, by, "kay")
    assert watch.noticed(house, lead) == ()
    searching.search(house, by, "kay", reason="Her mother rang")
    (seen,) = watch.noticed(house, lead)
    assert (seen.kind, seen.officer_id) == (Notice.NAME, by.id)
    assert seen.words == "kay\nHer mother rang"
    assert watch.noticed(house, admin)[0].words == "", "an administrator reads no words"
    with house.store.reading() as books:
        assert books.outbox.next_due() is not None
        told = [line for line in books.audit.lines() if line.verb == "searched"]
        assert [line.detail for line in told] == ["0 found, a name"]
    watch.settle(house, admin, seen.id, "The mother did ring.")
    assert watch.noticed(house, lead)[0].finding == "The mother did ring."
    with pytest.raises(NotFound):
        watch.settle(house, admin, "nothing", "x")


@sqlite
def test_many_openings_outside_the_queue_are_noticed_once_a_day(house, now):
    pat = participation_worker(house)
    lead, _ = officer(house, Role.SAFEGUARDING, email="lead@x.example")
    for number in range(MANY + 3):
        intake.receive(house, said(f"number {number}"))
    for number, view_id in enumerate(queue_ids(house, lead)):
        ownership.give(house, lead, view_id, lead.id)
        review.open_view(house, pat, view_id, Why.QUALITY)
        assert len(watch.noticed(house, lead)) == int(number >= MANY)
    now.pass_by(hours=13)
    with house.store.transaction() as books:
        books.readings.heed(view_id, Worry.URGENT, None)
    review.open_view(house, pat, view_id, Why.SAFETY)
    assert len(watch.noticed(house, lead)) == 1, "up at night for somebody who may be hurt"
    with house.store.transaction() as books:
        books.readings.heed(view_id, Worry.NONE, None)
    review.open_view(house, pat, view_id, Why.QUALITY)
    assert [one.kind for one in watch.noticed(house, lead)] == [Notice.NIGHT_READING, Notice.MANY]


@sqlite
def test_taking_words_out_at_night_is_noticed_and_by_day_is_not(house, now):
    pat = participation_worker(house)
    lead, _ = officer(house, Role.SAFEGUARDING, email="lead@x.example")
    for hours in (0, 16):
        now.pass_by(hours=hours)
        with house.store.transaction() as books:
            watch.watch_export(house, books, pat)
    assert [one.kind for one in watch.noticed(house, lead)] == [Notice.NIGHT_EXPORT]

"""Retention: on the day, after a warning, never what is open or held; counts and keys follow."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from core.errors import KeptByLaw, NotAllowed, WrongCode
from core.facts import Openness, Role, Who
from core.keeping import Kept
from services import answers, erasing, keeping, lookback, withdrawing
from tests.services.people import grouped, officer, participation_worker

CANARY = "the purple heron sang twice"


def answered(house, by, **changes):
    view_id, receipt = grouped(house, by, ("money",), **changes)
    answers.reply(house, by, view_id, "Thank you.")
    return view_id, receipt


def nights(house, days):
    """So many nights, one after the other; what went in all of them."""
    went = []
    for _ in range(days):
        house.now.pass_by(days=1)
        went.append(erasing.tonight(house))
    return went


def test_an_answered_view_is_warned_of_and_goes_on_its_day_with_its_key_and_is_certified(house):
    by = participation_worker(house)
    who = Who(Openness.CONTACT, "Sam", "07700 900123")
    view_id, receipt = answered(house, by, words=CANARY, who=who)
    open_id, _ = grouped(house, by, ("money",))
    due = house.now() + timedelta(days=365)
    went = nights(house, 364)
    assert [night.on for night in went if night.contacts] == [house_day(due, -335)]
    assert [night.on for night in went if night.talk] == [house_day(due, -182)]
    assert not any(night.words for night in went)
    plan = keeping.plan(house, by)
    assert plan.going == ((view_id, due.date(), (due - timedelta(days=365)).date()),)
    assert plan.kept[Kept.OPEN] == 1
    (last,) = nights(house, 1)
    assert (last.words, last.keys) == (1, 1)
    assert erasing.tonight(house).words == 0
    with pytest.raises(WrongCode):
        lookback.open_story(house, receipt)
    with house.store.reading() as books:
        assert books.views.find(view_id) is None
        assert books.views.find(open_id) is not None
        assert books.rollup.total() == books.rollup.recount()
        past = {(basis, theme): n for (_, _, basis, theme), n in books.keeping.past().items()}
        one = {("received", "*"), ("reviewed", "*"), ("agreed", "money"), ("face/-", "money")}
        assert past == dict.fromkeys(one, 1)
        lines = [line for line in books.audit.lines() if line.verb == "erasure certified"]
        assert lines[-1].detail == (
            "words 1, messages 0, contacts 0, small counts 0, keys destroyed 1"
        )
        assert books.audit.verify().holds


def house_day(moment, days):
    return (moment + timedelta(days=days)).date()


def test_a_hold_keeps_a_view_from_the_night_and_from_its_writer(house):
    by = participation_worker(house)
    view_id, receipt = answered(house, by)
    with pytest.raises(keeping.NoReason):
        keeping.hold(house, by, view_id, " ")
    keeping.hold(house, by, view_id, "A court asked for it")
    with pytest.raises(KeptByLaw):
        withdrawing.withdraw(house, receipt)
    house.now.pass_by(days=500)
    assert not any(night.words for night in nights(house, 40))
    (held,) = keeping.plan(house, by).holds
    keeping.lift(house, by, held.id)
    assert sum(night.words for night in nights(house, 28)) == 0  # the warning begins anew
    assert sum(night.words for night in nights(house, 2)) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_everything_on_hold_stops_every_night_and_only_the_office_may_say_so(house):
    by = participation_worker(house)
    reader, _ = officer(house, Role.REVIEWER, email="r@council.example")
    answered(house, by)
    with pytest.raises(NotAllowed):
        keeping.hold(house, reader, None, "Because")
    keeping.hold(house, by, None, "An inquiry")
    house.now.pass_by(days=500)
    assert not any(night.words or night.talk for night in nights(house, 40))


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_small_counts_do_not_outlive_the_last_view_of_their_quarter(house):
    by = participation_worker(house)
    for n in range(6):
        grouped(house, by, ("money",) if n else ("money", "safety"))
    with house.store.reading() as books:
        ids = [view.id for view in books.views.between(*2 * (house.now().date(),))]
    for view_id in ids:
        answers.reply(house, by, view_id, "Thank you.")
    house.now.pass_by(days=336)
    assert sum(night.words for night in nights(house, 30)) == 6
    with house.store.reading() as books:
        past = books.keeping.past()
    assert {cell[3]: n for cell, n in past.items() if cell[2] == "agreed"} == {"money": 6}


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_old_copy_of_the_books_cannot_be_read_after_the_night(house, store_urls, tmp_path):
    by = participation_worker(house)
    view_id, _ = answered(house, by, words=CANARY)
    old = tmp_path / "old.db"
    with sqlite3.connect(store_urls[0].removeprefix("sqlite:///")) as live:
        copy = sqlite3.connect(old)
        live.backup(copy)
        copy.close()
    house.now.pass_by(days=336)
    assert sum(night.words for night in nights(house, 30)) == 1
    with sqlite3.connect(old) as copy:
        ((key_id,),) = copy.execute("SELECT key_id FROM view WHERE id = ?", (view_id,)).fetchall()
    keys = Path(store_urls[1].removeprefix("sqlite:///"))
    for file in (keys, keys.with_name(f"{keys.name}-wal")):
        if file.exists():
            assert key_id.encode() not in file.read_bytes()

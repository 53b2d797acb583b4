"""The day's word is told once, by however many clocks."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa

from core.facts import Role
from services import daily, intake, standing
from services.house import PARTICIPATION, naive_utc
from storage import tables
from storage.standing import Standing
from tests.services.people import officer, said


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
@pytest.mark.parametrize("told_yesterday", [False, True])
def test_a_clock_that_comes_while_another_tells_the_day_tells_nothing(house, now, told_yesterday):
    officer(house, Role.PARTICIPATION)
    channelled = replace(house, channels={PARTICIPATION: ("participation/mail",)})
    intake.receive(house, said())
    if told_yesterday:
        with house.store.transaction() as books:
            books.pulse.beat(daily.MARK, naive_utc(now()).replace(day=11))
    begun = naive_utc(now()).replace(hour=0)
    with ThreadPoolExecutor(1) as pool:
        with house.store.transaction() as books:
            assert books.pulse.claim(daily.MARK, begun, naive_utc(now()))
            other = pool.submit(daily.send_due, channelled)
            waits_for_us(house)
        assert other.result() == 0


def waits_for_us(house):
    """Until somebody in the database waits for a lock."""
    waiting = sa.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    with house.store.engine.connect() as connection:
        for _ in range(200):
            if connection.execute(waiting).scalar_one():
                return
            connection.rollback()
            threading.Event().wait(0.01)
    raise AssertionError("nobody waits")


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_what_is_late_is_raised_once_by_two_clocks(house, now, monkeypatch):
    intake.receive(house, said())
    now.pass_by(days=9)
    both = threading.Barrier(2)
    unread = Standing.unread

    def at_once(ledger):
        found = unread(ledger)
        both.wait(5)
        return found

    monkeypatch.setattr(Standing, "unread", at_once)
    with ThreadPoolExecutor(2) as pool:
        raised = list(pool.map(lambda _: standing.watch(house), range(2)))
    assert sorted(raised) == [0, 1]
    with house.store.engine.connect() as connection:
        assert len(connection.execute(sa.select(tables.alert)).all()) == 1

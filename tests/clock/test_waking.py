"""Waking the clock: cheap, never in the door's way, also when the clock's tables are gone."""

import logging
import os
import sqlite3
import threading
import time
from functools import partial

import pytest

from clock.duties import Duties
from clock.engine import Engine
from clock.waking import Waker
from tests.clock.conftest import wait_until

pytestmark = pytest.mark.slow


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def tables(clock_url, house):
    """The clock's own tables, made by a clock that has stopped again."""
    with Engine(clock_url, Duties(house, {})):
        pass
    return clock_url.removeprefix("sqlite:///")


def woken(place: str) -> int:
    count = "SELECT count(*) FROM workflow_status WHERE name = 'deliver' AND status = 'ENQUEUED'"
    connection = sqlite3.connect(place, timeout=10)
    try:
        (number,) = connection.execute(count).fetchone()
    finally:
        connection.close()
    return int(number)


def more_than(place: str, before: int) -> bool:
    return woken(place) > before


def test_a_wake_puts_one_line_in_the_clocks_queue(tables, clock_url):
    before = woken(tables)
    Waker(clock_url)()
    wait_until(lambda: woken(tables) == before + 1, 5)


def test_many_calls_at_once_wake_the_clock_a_few_times(tables, clock_url):
    before = woken(tables)
    wake = Waker(clock_url)

    def call() -> None:
        for _ in range(50):
            wake()

    callers = [threading.Thread(target=call) for _ in range(8)]
    for one in callers:
        one.start()
    for one in callers:
        one.join()
    time.sleep(0.5)
    assert 1 <= woken(tables) - before <= 5


def test_a_call_after_the_last_wake_is_never_swallowed(tables, clock_url):
    wake = Waker(clock_url)
    for number in range(1, 6):
        before = woken(tables)
        wake()
        wait_until(partial(more_than, tables, before), 5)
        time.sleep(0.03 * number)


def test_a_process_forked_from_one_that_woke_wakes_as_well(tables, clock_url):
    wake = Waker(clock_url)
    wake()
    wait_until(lambda: woken(tables) >= 1, 5)
    before = woken(tables)
    child = os.fork()
    if child == 0:
        wake()
        time.sleep(1.5)
        os._exit(0)
    wait_until(lambda: woken(tables) == before + 1, 5)
    os.waitpid(child, 0)


@pytest.mark.parametrize(
    "url", ["sqlite:///{folder}/empty.db", "postgresql://heard@127.0.0.1:9/none"]
)
def test_a_clock_that_cannot_be_reached_neither_stops_nor_slows_a_door(url, tmp_path, caplog):
    (tmp_path / "empty.db").touch()
    wake = Waker(url.format(folder=tmp_path))
    with caplog.at_level(logging.WARNING):
        began = time.perf_counter()
        for _ in range(100):
            wake()
        assert time.perf_counter() - began < 0.1
        wait_until(lambda: "clock_not_woken" in caplog.text, 10)
    assert "127.0.0.1" not in caplog.text
    assert caplog.text.count("clock_not_woken") == 1


def test_where_no_clock_has_run_a_door_makes_no_file_and_says_nothing(clock_url, tmp_path, caplog):
    wake = Waker(clock_url)
    with caplog.at_level(logging.DEBUG):
        wake()
        time.sleep(0.5)
    assert list(tmp_path.glob("clock.db*")) == []
    assert caplog.text == ""


def test_a_door_that_wakes_the_clock_repeats_no_chatter_of_the_engine(tables, clock_url, caplog):
    before = woken(tables)
    with caplog.at_level(logging.INFO):
        Waker(clock_url)()
        wait_until(lambda: woken(tables) == before + 1, 5)
    assert caplog.text == ""


def test_a_clock_that_begins_after_the_first_call_is_woken_by_the_next(house, clock_url):
    wake = Waker(clock_url)
    wake()
    time.sleep(0.3)
    with Engine(clock_url, Duties(house, {})):
        pass
    place = clock_url.removeprefix("sqlite:///")
    before = woken(place)
    wake()
    wait_until(lambda: woken(place) > before, 5)


def test_a_locked_clock_neither_stops_nor_slows_a_door(tables, clock_url):
    before = woken(tables)
    holder = sqlite3.connect(tables, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    wake = Waker(clock_url)
    began = time.perf_counter()
    for _ in range(100):
        wake()
    assert time.perf_counter() - began < 0.1
    holder.execute("ROLLBACK")
    holder.close()
    wait_until(lambda: woken(tables) > before, 5)

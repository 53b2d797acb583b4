"""DBOS in this process: it calls nobody, starts again, and forgets what is done."""

import logging
import time
from datetime import timedelta
from functools import partial

import pytest
from dbos import DBOS

from clock import engine, waking
from clock.duties import Duties
from clock.engine import Engine, forget_finished
from clock.quiet_log import QuietLog
from clock.waking import Waker
from tests.clock.conftest import wait_until

pytestmark = pytest.mark.slow


def finished() -> list[str]:
    return [one.workflow_id for one in DBOS.list_workflows(status="SUCCESS")]


def more_than(number: int) -> bool:
    return len(finished()) > number


def test_it_starts_works_and_stops_again_and_again_without_calling_anybody(clock_url, house):
    """conftest's audit hook refuses every address that is not this machine."""
    for _ in range(2):
        with Engine(clock_url, Duties(house, {})):
            before = len(finished())
            Waker(clock_url)()
            wait_until(partial(more_than, before), 5)


def test_what_is_done_is_forgotten(clock_url, house, monkeypatch):
    monkeypatch.setattr(engine, "FORGET_AFTER", timedelta(seconds=0))
    with Engine(clock_url, Duties(house, {})):
        Waker(clock_url)()
        wait_until(lambda: len(finished()) >= 1, 5)
        time.sleep(0.01)
        before = set(finished())
        forget_finished()
        assert not before & set(finished())


def test_a_duty_that_breaks_is_named_without_its_trace(clock_url, house, caplog, monkeypatch):
    class Breaks(Duties):
        def deliver(self) -> int:
            raise ZeroDivisionError("canary")

    dbos = logging.getLogger("dbos")
    monkeypatch.setattr(dbos, "filters", [])  # what an earlier test said may be said again
    monkeypatch.setattr(waking, "QUIET", QuietLog())
    dbos.addHandler(caplog.handler)
    with Engine(clock_url, Breaks(house, {})):
        Waker(clock_url)()
        wait_until(lambda: "ZeroDivisionError" in caplog.text, 5)
    dbos.removeHandler(caplog.handler)
    assert "Traceback" not in caplog.text


def test_the_same_trouble_is_said_once_in_a_while_and_on_one_line(caplog):
    log = logging.getLogger("heard.test.quiet")
    quiet = QuietLog()
    log.addFilter(quiet)
    for number in range(3):
        log.warning("down %d\n[SQL: canary]", number)
    log.warning("another place")
    log.removeFilter(quiet)
    assert [record.getMessage() for record in caplog.records] == ["down 0", "another place"]

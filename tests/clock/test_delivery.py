"""The clock in a process of its own: woken, killed, doubled and stopped."""

import signal
import time

import pytest
import sqlalchemy as sa

from clock.waking import Waker
from services import health
from services.house import naive_utc, utc_now
from storage import tables
from tests.clock.conftest import wait_until

pytestmark = pytest.mark.slow


def letters_and_messages(tower) -> tuple[int, int]:
    return len(tower.post.letters), len(tower.slack.sent("chat.postMessage"))


def expire_leases(tower) -> None:
    """As if the minute of the lease had passed."""
    with tower.house.store.engine.begin() as connection:
        connection.execute(tables.outbox.update().values(leased_until=None))


def test_a_wake_leads_to_slack_and_mail_within_two_seconds(tower):
    tower.start()
    wake = Waker(tower.clock_url)
    waits = []
    for number in range(1, 6):
        time.sleep(0.37)
        began = time.time()
        tower.alert()
        wake()
        message = tower.slack.wait_for("chat.postMessage", number)[number - 1]
        letter = tower.post.wait_for(number)[number - 1]
        waits.append(max(message.at, letter.at) - began)
    assert max(waits) < 2.0, waits


def test_what_nobody_woke_for_is_found_by_the_sweep(tower):
    tower.start()
    tower.alert()
    tower.slack.wait_for("chat.postMessage", 1, seconds=12)
    tower.post.wait_for(1)


def test_what_waited_while_no_clock_went_is_sent_when_one_starts(tower):
    tower.alert()
    tower.start()
    wait_until(lambda: letters_and_messages(tower) == (1, 1), 12)
    wait_until(lambda: tower.unsent() == 0, 5)


def test_a_clock_killed_while_it_sends_delays_a_notice_and_loses_none(tower):
    tower.slack.fail_always(delay=3.0)
    clock = tower.start()
    tower.alert()
    wait_until(lambda: tower.slack.asked == 1, 12)
    clock.send_signal(signal.SIGKILL)
    clock.wait(10)
    assert tower.unsent() >= 1
    tower.slack.recover()
    expire_leases(tower)
    tower.start()
    wait_until(lambda: tower.unsent() == 0, 15)
    letters, messages = letters_and_messages(tower)
    assert 1 <= messages <= 2
    assert 1 <= letters <= 2


def test_slack_down_does_not_hold_up_the_mail_and_slack_is_told_when_it_is_back(tower):
    tower.slack.fail_always(status=503, error="down")
    tower.start()
    tower.alert()
    Waker(tower.clock_url)()
    tower.post.wait_for(1, seconds=4)
    tower.slack.recover()
    tower.slack.wait_for("chat.postMessage", 1, seconds=20)
    assert letters_and_messages(tower) == (1, 1)


def test_mail_down_does_not_hold_up_slack_and_mail_goes_when_it_is_back(tower):
    tower.post.answer = "451 busy"
    tower.start()
    tower.alert()
    Waker(tower.clock_url)()
    tower.slack.wait_for("chat.postMessage", 1, seconds=4)
    tower.post.answer = None
    tower.post.wait_for(1, seconds=20)
    assert letters_and_messages(tower) == (1, 1)


def test_two_clocks_send_every_notice_at_least_once_and_none_more_than_twice(tower):
    tower.start_all("north", "south")
    wake = Waker(tower.clock_url)
    for _ in range(30):
        tower.alert()
        wake()
    wait_until(lambda: tower.unsent() == 0, 20)
    marks = [letter.message["Message-ID"] for letter in tower.post.letters]
    assert len(set(marks)) == 30
    assert max(marks.count(mark) for mark in marks) <= 2
    assert 30 <= len(tower.slack.sent("chat.postMessage")) <= 60


def test_three_clocks_that_start_at_once_on_nothing_all_go(tower):
    tower.start_all("north", "south", "west")


def test_told_to_stop_it_finishes_what_it_sends_and_ends_well(tower):
    tower.post.delay = 1.0
    clock = tower.start()
    tower.alert()
    Waker(tower.clock_url)()
    tower.slack.wait_for("chat.postMessage", 1, seconds=4)
    clock.send_signal(signal.SIGTERM)
    assert clock.wait(15) == 0
    assert tower.unsent() == 0
    assert letters_and_messages(tower) == (1, 1)


def test_the_house_knows_that_the_clock_goes(tower):
    assert health.look(tower.house).clock_alive is False
    tower.start()
    assert health.look(tower.house).clock_alive is True


def test_neither_the_clocks_tables_nor_its_log_hold_what_a_notice_says(tower, engine_name):
    tower.start()
    with tower.house.store.transaction() as books:
        books.outbox.put("safeguarding/mail", "canary-subject", "canary-body", naive_utc(utc_now()))
        books.outbox.put("nowhere/mail", "canary-subject", "canary-body", naive_utc(utc_now()))
    Waker(tower.clock_url)()
    tower.post.wait_for(1)
    wait_until(lambda: tower.unsent() == 1, 5)
    assert "canary" not in tower.logs()
    assert "duty@" not in tower.logs()
    assert b"canary" not in everything_in(tower, engine_name)


def everything_in(tower, engine_name: str) -> bytes:
    if engine_name == "sqlite":
        return b"".join(file.read_bytes() for file in tower.folder.glob("clock.db*"))
    engine = sa.create_engine(tower.clock_url)
    with engine.connect() as connection:
        kept = sa.MetaData(schema="dbos")
        kept.reflect(connection)
        assert "dbos.workflow_status" in kept.tables
        rows = [connection.execute(sa.select(table)).all() for table in kept.sorted_tables]
    engine.dispose()
    return repr(rows).encode()

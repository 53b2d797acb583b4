"""The same send is one view: pressed twice, sent again by Slack, at once, or after a restart."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pytest
import sqlalchemy as sa

from bot.app import build_app
from bot.http import HttpDoor
from bot.signature import sign
from core.facts import Suggestions, Worry
from services.house import House
from storage.store import open_store
from tests.bot import slack_side
from tests.bot.slack_side import SECRET
from tests.bot.test_concerns import NOT_SAVED, code_in, kept

LATEST_S = 2.9


def test_one_send_and_three_retries_at_once_are_one_view_with_one_receipt(slack, house):
    deliveries = [
        (slack_side.view_submission(f"V0{number}", words=f"Concern {number}."), retry)
        for number in range(25)
        for retry in range(4)
    ]
    with ThreadPoolExecutor(32) as pool:
        replies = list(pool.map(lambda one: slack.send(one[0], retry=one[1]), deliveries))
    codes = [code_in(reply) for reply in replies]
    assert {reply.status for reply in replies} == {200}
    assert len(kept(house)) == 25
    assert all(len(set(codes[n : n + 4])) == 1 for n in range(0, 100, 4))


def test_a_retry_says_that_nothing_was_added(slack):
    first = slack.send(slack_side.view_submission())
    again = slack.send(slack_side.view_submission(), retry=1)
    assert "Thank you" in first.text
    assert "Nothing was added" in again.text
    assert code_in(again) == code_in(first)


def test_the_same_form_with_other_words_is_an_addition_and_says_so(slack, house):
    slack.send(slack_side.view_submission(words="First words."))
    again = slack.send(slack_side.view_submission(words="Other words."))
    assert "added" in again.text
    assert len(kept(house)) == 1


def test_after_its_half_hour_a_retry_shows_no_receipt_and_stores_nothing(slack, house, now):
    first = slack.send(slack_side.view_submission())
    now.pass_by(minutes=46)
    late = slack.send(slack_side.view_submission(), retry=3)
    assert code_in(first) not in late.raw
    assert "saved the first time" in late.text
    assert len(kept(house)) == 1


def test_a_retry_after_a_restart_gives_the_first_receipt(slack, house, slack_settings, store_urls):
    first = slack.send(slack_side.view_submission())
    books_url, keys_url = store_urls
    store = open_store(books_url, keys_url, house.store.secrets)
    again = House(store=store, tagger=house.tagger, council=house.council, now=house.now)
    door = HttpDoor(build_app(again, slack_settings), slack_settings)
    reply = answered(door, slack_side.encoded(slack_side.view_submission()))
    store.close()
    assert code_in(first) in reply
    assert len(kept(house)) == 1


def answered(door, body):
    """The answer of a door that has no port."""
    timestamp = str(int(time.time()))
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/slack/events",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": timestamp,
        "HTTP_X_SLACK_SIGNATURE": sign(SECRET, timestamp, body),
        "wsgi.input": BytesIO(body),
    }
    return b"".join(door(environ, lambda *_: None)).decode()


def lock_for(seconds, url, ready):
    """Hold a store's lock as another process would, and let go after that time."""
    engine = sa.create_engine(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("BEGIN")
            names = ", ".join(f'"{name}"' for name in sa.inspect(connection).get_table_names())
            connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
        ready.set()
        time.sleep(seconds)
        connection.exec_driver_sql("ROLLBACK")
    engine.dispose()


def locked(url, seconds):
    """A thread that holds the lock, once it holds it."""
    ready = threading.Event()
    thread = threading.Thread(target=lock_for, args=(seconds, url, ready))
    thread.start()
    assert ready.wait(10)
    return thread


@pytest.mark.parametrize("which", [0, 1])
def test_a_locked_store_is_answered_in_time_and_pressing_send_again_stores_it_once(
    slack, house, store_urls, which
):
    thread = locked(store_urls[which], 4.0)
    payloads = [slack_side.view_submission(f"V0{number}") for number in range(12)]
    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(slack.send, payloads))
    thread.join()
    told = [reply.body for reply in replies]
    assert max(reply.seconds for reply in replies) < LATEST_S
    assert all(one == {"response_action": "errors", "errors": {"words": NOT_SAVED}} for one in told)
    assert len(kept(house)) <= 12
    again = [slack.send(payload) for payload in payloads]
    assert all(reply.body["response_action"] == "update" for reply in again)
    assert len(kept(house)) == 12


def test_a_short_lock_is_waited_for_and_the_words_are_saved(slack, house, store_urls):
    thread = locked(store_urls[0], 0.6)
    reply = slack.send(slack_side.view_submission())
    thread.join()
    assert reply.body["response_action"] == "update"
    assert len(kept(house)) == 1


class SlowTagger:
    """Takes longer than Slack waits, once; the words are stored all the same."""

    def __init__(self):
        self.waits = [3.5]

    def suggest(self, text):
        time.sleep(self.waits.pop() if self.waits else 0)
        return Suggestions(worry=Worry.NONE)


def test_a_house_that_answers_too_late_still_stores_once(house, slack_settings):
    door = HttpDoor(build_app(replace(house, tagger=SlowTagger()), slack_settings), slack_settings)
    body = slack_side.encoded(slack_side.view_submission())
    started = time.monotonic()
    assert NOT_SAVED in answered(door, body)
    assert time.monotonic() - started < LATEST_S
    until = time.monotonic() + 10
    while not kept(house) and time.monotonic() < until:
        time.sleep(0.02)
    assert "saved the first time" in answered(door, body)
    assert len(kept(house)) == 1

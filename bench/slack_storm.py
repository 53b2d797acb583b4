"""A3: Slack delivers each send four times, the door is killed, and its database is locked."""

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from signal import SIGTERM
from typing import Any

from bench.figures import Proof, percentile
from bench.slack_door import SlackDoor, locked, receipt_in, slack_door
from core.errors import NotSaved
from storage import checkup
from tests.bot.slack_side import Reply, Slack, view_submission

EVENTS, RETRIES, AT_ONCE = 100, 3, 16
PATIENCE_S = 60.0
ACK_S, LATEST_S = 1.0, 2.9
CROWD, APART_S = 12, 0.2
PLAINLY = {"response_action": "errors", "errors": {"words": str(NotSaved())}}


def _sent(number: int) -> dict[str, Any]:
    return view_submission(f"V0BENCH{number}", words=f"Concern {number}: nobody covers leave.")


class Delivery:
    """One delivery of one send, tried again until its answer is the receipt."""

    def __init__(self, event: int, retry: int) -> None:
        self.event = event
        self.retry = retry
        self.seconds: list[float] = []
        self.told: Counter[str] = Counter()
        self.receipt: str | None = None

    def turn(self) -> float:
        """Where in the storm it comes: an even send four times at once, an odd one spread out."""
        return float(self.event + (self.retry * EVENTS / 4 if self.event % 2 else 0))

    def go(self, slack: Slack) -> None:
        """Deliver, for a minute at most."""
        until = time.monotonic() + PATIENCE_S
        while self.receipt is None and time.monotonic() < until:
            try:
                reply = slack.send(_sent(self.event), retry=self.retry)
            except (OSError, HTTPException):
                self.told["broken"] += 1
                time.sleep(0.1)
                continue
            self.seconds.append(reply.seconds)
            self.receipt = receipt_in(reply)
            self.told["not saved" if reply.body == PLAINLY else str(reply.status)] += 1


def a3_storm(engine: str) -> Proof:
    """100 sends, four deliveries each, with a kill -9 in the middle: 100 views, one code each."""
    storm = [Delivery(event, retry) for event in range(EVENTS) for retry in range(RETRIES + 1)]
    storm.sort(key=Delivery.turn)
    with slack_door(engine) as door:
        killer = threading.Thread(target=_kill_in_the_middle, args=(door, storm))
        killer.start()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda one: one.go(door.slack), storm))
        killer.join()
        kept, lost, troubles = _compare(door, storm)
    return _told(engine, storm, kept, lost + troubles)


def _kill_in_the_middle(door: SlackDoor, storm: list[Delivery]) -> None:
    until = time.monotonic() + PATIENCE_S
    while sum(bool(one.receipt) for one in storm) < len(storm) / 2 and time.monotonic() < until:
        time.sleep(0.01)
    door.server.kill()
    door.server.start()


def _compare(door: SlackDoor, storm: list[Delivery]) -> tuple[int, int, int]:
    """How many views are kept, how many receipts open none, and what a check-up finds wrong."""
    store = door.books()
    troubles = len(checkup.check(store).troubles)
    with store.reading() as books:
        kept = len(books.views.waiting())
        codes = {one.receipt for one in storm if one.receipt}
        lost = sum(books.views.find_by_receipt(code) is None for code in codes)
    store.close()
    return kept, lost, troubles


def _told(engine: str, storm: list[Delivery], kept: int, wrong: int) -> Proof:
    codes = {e: {one.receipt for one in storm if one.event == e} for e in range(EVENTS)}
    same = sum(len(found) == 1 and None not in found for found in codes.values())
    apart = len(set.union(*codes.values()) - {None})
    told = sum((one.told for one in storm), Counter[str]())
    other = sum(told.values()) - told["200"] - told["broken"] - told["not saved"]
    took = [seconds for one in storm for seconds in one.seconds]
    p99, longest = percentile(took, 0.99), max(took)
    deliveries = sum(one.receipt is not None for one in storm)
    return Proof(
        "A3",
        f"{EVENTS} sends x {RETRIES + 1} deliveries, {AT_ONCE} at once, kill -9 amid, {engine}",
        f"{kept} rows, {deliveries}/{len(storm)} answered 200, {same} sends with one code each "
        f"({apart} codes), {wrong} lost or orphans, {other} other answers, {told['not saved']} "
        f"not saved at first, {told['broken']} tries while it was down; "
        f"ack p99 {p99 * 1000:.0f} ms, longest {longest * 1000:.0f} ms",
        "100 rows, 400/400, 100 sends with one code, 0 lost, 0 other, p99 < 1000 ms",
        kept == same == apart == EVENTS
        and deliveries == len(storm)
        and not wrong + other
        and p99 < ACK_S,
    )


def a3_lock(engine: str, seconds: float) -> Proof:
    """The books, then the keys, locked while twelve send: each is told in time how it stands."""
    replies: list[Reply] = []
    again: list[Reply] = []
    with slack_door(engine) as door:
        for round_, store in enumerate(("books", "keys")):
            _start_again(door)  # with no key in hand, so that the keys are asked for
            with locked(door.urls[store], seconds), ThreadPoolExecutor(CROWD) as pool:
                numbers = range(CROWD * round_, CROWD * (round_ + 1))
                replies += pool.map(lambda number: _send_late(door.slack, number), numbers)
        again += [door.slack.send(_sent(number), retry=1) for number in range(2 * CROWD)]
        kept = door.views()
    stored = sum(receipt_in(reply) is not None for reply in replies)
    plainly = sum(reply.status == 200 and reply.body == PLAINLY for reply in replies)
    saved = sum(receipt_in(reply) is not None for reply in again)
    differing = sum(
        receipt_in(one) not in (None, receipt_in(two))
        for one, two in zip(replies, again, strict=True)
    )
    longest = max(reply.seconds for reply in replies)
    n = 2 * CROWD
    return Proof(
        "A3",
        f"books, then keys, locked {seconds} s while {CROWD} send, {engine}",
        f"longest answer {longest:.2f} s; {stored} stored, {plainly} plainly not saved, "
        f"{n - stored - plainly} otherwise; pressed again {saved}/{n} saved, {differing} with "
        f"another code, {kept} rows",
        f"<= {LATEST_S} s, 0 otherwise, {n}/{n}, 0 with another code, {n} rows",
        longest <= LATEST_S and stored + plainly == saved == kept == n and not differing,
    )


def _start_again(door: SlackDoor) -> None:
    door.server.kill(SIGTERM)
    door.server.start()


def _send_late(slack: Slack, number: int) -> Reply:
    """The twelve come one after another while the lock lasts, not all at its start."""
    time.sleep(number % CROWD * APART_S)
    return slack.send(_sent(number))

"""Empties the outbox: claim in one transaction, send outside any, mark in another."""

import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

from core.errors import HeardError
from core.facts import Notice
from core.ports import CouldNotSend, Sender
from services import linking, telling, writers
from services.house import OFFICER, House, naive_utc

log = logging.getLogger("heard.outbox")
LEASE = timedelta(seconds=60)
MOST_AT_ONCE = 10
FIRST_GAP_S = 5.0
LONGEST_GAP_S = 900.0
NO_CHANNEL_GAP_S = 300.0


def deliver_due(house: House, senders: Mapping[str, Sender]) -> int:
    """Send what is due and not held by another worker; how many went out.

    A worker that dies between sending and marking leads to a second sending, never to none.

    Args:
        senders: channel to the sender for it; a channel without one waits and is told again.
    """
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        held = books.outbox.claim(now, now + LEASE, MOST_AT_ONCE)
    by_channel: dict[str, list[Notice]] = {}
    for notice in held:
        by_channel.setdefault(notice.audience, []).append(notice)
    if not by_channel:
        return 0
    with ThreadPoolExecutor(len(by_channel)) as pool:
        return sum(
            pool.map(lambda c: _deliver_all(house, senders.get(c), by_channel[c]), by_channel)
        )


def _deliver_all(house: House, sender: Sender | None, notices: list[Notice]) -> int:
    """Send one channel's notices; a channel that hangs holds up no other."""
    sent = 0
    for notice in notices:
        try:
            sent += _deliver(house, sender, notice)
        except HeardError as trouble:  # it could not be marked: it goes out again after its lease
            log.warning("notice_not_marked: %s", type(trouble).__name__)
    return sent


def _deliver(house: House, sender: Sender | None, notice: Notice) -> bool:
    addressed = _addressed(house, notice)
    if addressed is None:
        return _done(house, notice, went=False)  # there is nobody to tell any more
    notice = addressed
    if sender is None and telling.find_a_way(house, notice):
        return False  # it waits for senders that were set up meanwhile
    if sender is None:
        _postpone(house, notice, NO_CHANNEL_GAP_S, "no such channel is set up")
        return False
    try:
        sender.send(notice)
    except CouldNotSend as trouble:
        gap = min(FIRST_GAP_S * 2**notice.tries, LONGEST_GAP_S)
        _postpone(house, notice, max(gap, trouble.retry_after or 0.0), trouble.reason)
        log.warning("notice_not_sent", extra={"tries": notice.tries + 1})
        return False
    return _done(house, notice, went=True)


def _addressed(house: House, notice: Notice) -> Notice | None:
    """The notice with the person in Slack that it goes to; None where nobody is that any more."""
    if notice.about is not None:
        to = writers.whom(house, notice)
    elif notice.audience.startswith(f"{OFFICER}/"):
        to = linking.person_of(house, notice.to)
    else:
        return notice
    return None if to is None else replace(notice, to=to)


def _done(house: House, notice: Notice, *, went: bool) -> bool:
    with house.store.transaction() as books:
        books.outbox.sent(notice.id, naive_utc(house.now()))
    return went


def _postpone(house: House, notice: Notice, gap_s: float, why: str) -> None:
    due_at = naive_utc(house.now()) + timedelta(seconds=gap_s)
    with house.store.transaction() as books:
        books.outbox.postpone(notice.id, due_at, why)


def next_due(house: House) -> datetime | None:
    """When the next unsent notice is due (UTC, naive), or None."""
    with house.store.reading() as books:
        return books.outbox.next_due()

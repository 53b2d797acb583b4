"""Slows guesses at an account without locking its officer out.

Guesses from elsewhere slow each other, to a minute at most. A device from which the officer signed
in before is not slowed by them: it has misses of its own. Source: OWASP, device cookies. All of it
is the same for an address that is nobody's, so that nothing tells whose it is.
"""

from datetime import datetime, timedelta

from services.house import House, naive_utc
from storage.signing import Misses
from storage.store import Books

FREE_MISSES = 5
LONGEST_WAIT = timedelta(minutes=1)


def may_try(books: Books, email: str, device: str, now: datetime) -> bool:
    """Whether a try counts just now: from a device that is known, or after the wait."""
    own = books.signing.device_misses(device, email)
    if own is not None and own < FREE_MISSES:
        return True
    until = books.signing.misses(email).wait_until
    return until is None or until <= now


def note_miss(house: House, books: Books, email: str, device: str) -> None:
    """Keep a miss: the device's own where it is known, else the address's."""
    now = naive_utc(house.now())
    own = books.signing.device_misses(device, email)
    if own is not None and own < FREE_MISSES:
        books.signing.note_device_miss(device, own + 1)
    before = books.signing.misses(email)
    waiting = before.wait_until is not None and before.wait_until > now
    many = before.many + (0 if waiting or own is not None else 1)
    over = many - FREE_MISSES
    until = before.wait_until if waiting else None
    if over > 0 and not waiting and own is None:
        until = now + min(timedelta(seconds=2 ** min(over, 10)), LONGEST_WAIT)
    books.signing.note_miss(email, Misses(many, until), now)
    if over == 1 and not waiting:
        books.audit.append(house.now().isoformat(), "door:web", "sign-in slowed")

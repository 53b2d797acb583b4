"""A word a day to officers: how much is new and how much is overdue. Never what it is about."""

from dataclasses import replace

from core.duties import READS_WORDS
from core.facts import Officer
from core.inbox import LATE, NOBODY, RAISED, SOON, Sieve
from core.working_days import LONDON, is_working_day
from services import desk, sight
from services.house import OFFICER, PARTICIPATION, House, naive_utc
from storage.store import Books

MARK = "daily word"
SUBJECT = "Heard today"
COUNTED = (
    (Sieve(worry=RAISED), "with a worry on it"),
    (Sieve(unread=NOBODY), "that nobody has read"),
    (Sieve(due=LATE), "overdue for an answer"),
    (Sieve(due=SOON), "to be answered within a week"),
)
SOMETHING = "There is something new or overdue in Heard."


def send_due(house: House) -> int:
    """Queue today's word, once a working day from the set time on; how many notices.

    Each linked officer is told in Slack, privately, what they themselves may see. The team's
    channel and mailbox, which others may read, are told that there is something, and no number.
    """
    now = house.now()
    there = now.astimezone(LONDON)
    begun = naive_utc(there.replace(hour=0, minute=0, second=0, microsecond=0))
    if not is_working_day(there.date()) or there.time() < house.council.digest_at:
        return 0
    with house.store.reading() as books:
        last = books.pulse.last(MARK)
    if last is not None and last >= begun:
        return 0
    with house.store.transaction() as books:
        if not books.pulse.claim(MARK, begun, naive_utc(now)):
            return 0  # another clock was quicker
        told = [_tell_officer(house, books, one) for one in _readers(books)]
        queued = sum(told) + _tell_team(house, books, _anything(house, books))
    if queued:
        house.wake()
    return queued


def _readers(books: Books) -> list[Officer]:
    return [who for who, _, active in books.officers.all() if active and who.roles & READS_WORDS]


def _counts(house: House, books: Books, officer: Officer) -> list[str]:
    lines = []
    for sieve, what in COUNTED:
        n = books.inbox.count(desk.asked(house, books, officer, sieve))
        if n:
            lines.append(f"{n} {what}")
    return lines


def _anything(house: House, books: Books) -> bool:
    """Whether something waits that every reader may know of.

    Rationale: "something new" and then an empty inbox would tell whoever is named that they are.
    """
    apart = sight.counted_nowhere(books)
    asked = (
        desk.asked(house, books, one, sieve) for one in _readers(books) for sieve, _ in COUNTED
    )
    return any(books.inbox.count(replace(one, hidden=one.hidden | apart)) for one in asked)


def _tell_officer(house: House, books: Books, officer: Officer) -> bool:
    """Tell one officer what waits for them; nothing where nothing waits, or they are not linked."""
    channels = house.channels.get(OFFICER, ())
    if not channels or officer.id not in books.links.linked():
        return False
    lines = _counts(house, books, officer)
    if not lines:
        return False
    body = "\n".join((*lines, f"Sign in to see: {house.desk_url}"))
    for channel in channels:
        at = naive_utc(house.now())
        books.outbox.put(channel, SUBJECT, body, at, recipient=officer.id)
    return True


def _tell_team(house: House, books: Books, anything: bool) -> int:
    channels = house.channels.get(PARTICIPATION, ()) if anything else ()
    body = f"{SOMETHING}\nSign in to see: {house.desk_url}"
    for channel in channels:
        books.outbox.put(channel, SUBJECT, body, naive_utc(house.now()))
    return len(channels)

"""Puts in the outbox that somebody must look. A level, a time and a link: never words or names."""

from core.dates import with_weekday
from core.facts import Voice, Worry
from core.working_days import LONDON, london_day
from services.house import SAFEGUARDING, House, naive_utc
from storage.store import Books

LEVELS = {
    Worry.URGENT: "Somebody may be at risk now",
    Worry.CONCERN: "Somebody has to read this soon",
    Worry.UNREAD: "A view could not be checked by the machine and has to be read",
}
ASKED = {
    Voice.YOUNG_PERSON: "Somebody asked us to contact them because they feel unsafe",
    Voice.PRACTITIONER: "A practitioner says that a child may be at risk now",
}


def raise_alert(house: House, books: Books, voice: Voice, worry: Worry, *, asked: bool) -> None:
    """Queue that somebody must look at a view, in the same transaction as its words."""
    tell_safeguarding(house, books, ASKED[voice] if asked else LEVELS[worry])


def tell_safeguarding(house: House, books: Books, level: str) -> None:
    """Queue one notice for each channel of the safeguarding lead: a level, a time and a link."""
    now = house.now()
    at = f"{with_weekday(london_day(now))}, {now.astimezone(LONDON):%H:%M}"
    body = f"{level}.\n{at}.\nSign in to see: {house.desk_url}"
    for channel in house.channels.get(SAFEGUARDING) or (f"{SAFEGUARDING}/desk",):
        books.outbox.put(channel, f"Heard: {level.casefold()}", body, naive_utc(now))

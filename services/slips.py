"""Looks over a practitioner's words before they are sent, and takes out what they tick."""

from collections.abc import Iterable

from core.facts import PersonalDetail, Worry
from core.initials import initials_in
from core.slips import LookedOver, Slip, slips_in
from services.house import House
from services.machine import suggest_safely


def look_over(house: House, texts: Iterable[str]) -> LookedOver:
    """Where a child's details may stand in these texts. Nothing is kept and nothing is logged."""
    found: dict[str, Slip] = {}
    read = True
    for text in filter(str.strip, texts):
        suggested = suggest_safely(house.tagger, text)
        read = read and suggested.worry is not Worry.UNREAD
        for slip in slips_in(text, _spans(text, suggested.personal)):
            found.setdefault(slip.text, slip)
    return LookedOver(tuple(found.values()), read)


def _spans(text: str, personal: tuple[PersonalDetail, ...]) -> Iterable[PersonalDetail]:
    """The machine's spans, and initials that none of them covers."""
    yield from personal
    for one in initials_in(text):
        if not any(one.start < other.end and one.end > other.start for other in personal):
            yield one

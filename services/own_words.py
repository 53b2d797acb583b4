"""Somebody's own words, shown to them again by their code, where they asked twice for it."""

from dataclasses import dataclass
from datetime import date

from core.facts import Face, Openness
from services import tallying
from services.house import House
from services.lookback import find_by_code


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All that somebody told, as they told it, for a review or a visit of theirs.

    Args:
        later: what came after the first words, oldest first.
    """

    on: date
    words: str
    details: tuple[tuple[str, str], ...]
    later: tuple[str, ...]
    face: Face | None
    name: str


def read(house: House, receipt: str) -> OwnWords:
    """Their own words. That some were shown is in the audit; which ones is not.

    Raises:
        WrongCode, TakenBack: there is nothing to show.
    """
    with house.store.transaction() as books:
        view = find_by_code(books, receipt)
        words, details = books.views.words(view)
        said = [message.words for message in books.threads.messages(view) if not message.from_us]
        who = books.views.who(view)
        tallying.count(house, books, f"door:{view.door}", "own words shown")
        return OwnWords(
            on=view.received_on,
            words=words,
            details=details,
            later=(*books.threads.additions(view), *said),
            face=view.face,
            name="" if who.openness is Openness.ANONYMOUS else who.name,
        )

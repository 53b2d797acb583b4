"""Hides personal details in a view's words, with the reason kept."""

from core.duties import GROUPS, must_hold
from core.errors import HeardError, SomebodyElseChanged
from core.facts import Officer
from core.said import tidied
from core.stories import Mask
from core.working_days import london_day
from services.bank import propose_whole
from services.house import House
from services.review import find
from storage.store import Books
from storage.views import View

MOST_REASON = 200
MOST_TYPE = 40
MASKED_LATER = "Something in it was masked later"
NOT_CLEARED = "Somebody has to read the words again"


class NoSuchPlace(HeardError):
    """The span is not inside the words."""

    def __init__(self) -> None:
        super().__init__("That place is not in the words. Choose it again.")


def mask(
    house: House,
    officer: Officer,
    view_id: str,
    start: int,
    end: int,
    type: str,
    reason: str,
    part: str = "",
) -> None:
    """Show [type] instead of the words from `start` to `end` (code points) wherever they leave.

    Args:
        part: which text beside the words it is in; the words themselves where it is empty.
    """
    must_hold(officer, GROUPS)
    hidden = Mask(start, end, tidied(type, MOST_TYPE), tidied(reason, MOST_REASON))
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if not 0 <= start < end <= len(_text(books, view, part)):
            raise NoSuchPlace
        if part:
            books.parts.add_mask(view, part, hidden, officer.id)
        else:
            books.views.add_mask(view, hidden, officer.id)
        if view.cleared:
            books.quotes.take_out(view_id, MASKED_LATER, london_day(house.now()))
            propose_whole(house, books, view, officer)
        books.audit.append(house.now().isoformat(), officer.id, "masked", view_id)


def _text(books: Books, view: View, part: str) -> str:
    """The words, or the text beside them of that id; empty where there is none."""
    words, details = books.views.words(view)
    if not part:
        return words
    return next((one.words for one in books.parts.of(view, details) if one.id == part), "")


def clear(house: House, officer: Officer, view_id: str, cleared: bool, version: int) -> None:
    """Say that no names or places are left in the words, so that they may be quoted; or not.

    It is the first of two checks: what is short enough waits in the quote bank for the second.

    Raises:
        SomebodyElseChanged: the view moved on since this officer opened it, perhaps by a mask
            that was taken away; nothing was stored. To say that they may not be quoted is
            always taken.
    """
    must_hold(officer, GROUPS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        stale = cleared and view.version != version
        if stale or not books.views.change(view, cleared=cleared):
            raise SomebodyElseChanged
        books.quotes.take_out(view_id, NOT_CLEARED, london_day(house.now()))
        if cleared:
            propose_whole(house, books, find(books, view_id, officer), officer)
        verb = "cleared for quoting" if cleared else "no longer cleared"
        books.audit.append(house.now().isoformat(), officer.id, verb, view_id)


def unmask(
    house: House, officer: Officer, view_id: str, start: int, end: int, part: str = ""
) -> None:
    """Show the words of that span again; somebody has to clear them for quoting anew."""
    must_hold(officer, GROUPS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        if part:
            books.parts.remove_mask(view, part, start, end)
        else:
            books.views.remove_masks(view, [Mask(start, end, "", "")])
            books.views.change(view, cleared=False)
        books.quotes.take_out(view_id, NOT_CLEARED, london_day(house.now()))
        books.audit.append(house.now().isoformat(), officer.id, "unmasked", view_id)

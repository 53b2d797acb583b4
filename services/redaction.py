"""Hides personal details in a view's words, with the reason kept."""

from core.duties import GROUPS, must_hold
from core.errors import HeardError, SomebodyElseChanged
from core.facts import Officer
from core.said import tidied
from core.stories import Mask
from services.house import House
from services.review import find

MOST_REASON = 200
MOST_TYPE = 40


class NoSuchPlace(HeardError):
    """The span is not inside the words."""

    def __init__(self) -> None:
        super().__init__("That place is not in the words. Choose it again.")


def mask(
    house: House, officer: Officer, view_id: str, start: int, end: int, type: str, reason: str
) -> None:
    """Show [type] instead of the words from `start` to `end` (code points) wherever they leave."""
    must_hold(officer, GROUPS)
    hidden = Mask(start, end, tidied(type, MOST_TYPE), tidied(reason, MOST_REASON))
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        words, _ = books.views.words(view)
        if not 0 <= start < end <= len(words):
            raise NoSuchPlace
        books.views.add_mask(view, hidden, officer.id)
        books.audit.append(house.now().isoformat(), officer.id, "masked", view_id)


def clear(house: House, officer: Officer, view_id: str, cleared: bool, version: int) -> None:
    """Say that no names or places are left in the words, so that they may be quoted; or not.

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
        verb = "cleared for quoting" if cleared else "no longer cleared"
        books.audit.append(house.now().isoformat(), officer.id, verb, view_id)


def unmask(house: House, officer: Officer, view_id: str, start: int, end: int) -> None:
    """Show the words of that span again; somebody has to clear them for quoting anew."""
    must_hold(officer, GROUPS)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        books.views.remove_masks(view, [Mask(start, end, "", "")])
        books.views.change(view, cleared=False)
        books.audit.append(house.now().isoformat(), officer.id, "unmasked", view_id)

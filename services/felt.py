"""What came of it, and whether those who spoke feel the difference: by their code, still unknown.

The board asks everyone; here those are asked whose own words a promise goes back to. Both
answers are presses on one point: the board and the list of actions (storage.actions) count both.
"""

from core.board import Entry, NotOnTheBoard, Point, Standing
from services import tallying
from services.house import House
from services.lookback import find_by_code
from services.pinboard import points
from storage.board import FELT
from storage.store import Books
from storage.views import View


def came_of_it(house: House, receipt: str) -> tuple[Point, ...]:
    """What the council says of the themes of this view: it will, it did, it cannot and why.

    Each with what this person said of it before (`said_felt`).
    """
    with house.store.reading() as books:
        view = find_by_code(books, receipt)
        themes = _themes(house, books, view)
    return tuple(one for one in points(house, _as(view)) if one.theme in themes)


def say(house: House, receipt: str, entry_id: str, *, yes: bool) -> None:
    """Keep whether this person feels a thing that the council calls done; the last answer counts.

    Raises:
        WrongCode, TakenBack, NotOnTheBoard, NotSaved: nothing was kept.
    """
    with house.store.transaction() as books:
        view = find_by_code(books, receipt)
        entry = books.board.find(entry_id)
        if entry is None or entry.published_on is None or not _is_theirs(house, books, view, entry):
            raise NotOnTheBoard
        books.board.press(entry_id, FELT, _as(view), yes)
        tallying.count(house, books, f"door:{view.door}", "said whether it is felt")


def _is_theirs(house: House, books: Books, view: View, entry: Entry) -> bool:
    done = entry.draft.standing is Standing.DONE
    return done and entry.draft.theme in _themes(house, books, view)


def _themes(house: House, books: Books, view: View) -> frozenset[str]:
    return frozenset(house.themes().moved_on(books.themes.agreed(view.id)))


def _as(view: View) -> str:
    """Who presses: one for each code. The board keeps a keyed hash of it and no more."""
    return f"code:{view.id}"

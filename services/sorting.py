"""After a theme was split, its views are sorted into the parts, one at a time."""

from dataclasses import dataclass

from core.attention import Why
from core.duties import KEEPS_THEMES, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.stories import OpenedView
from services import review, sight
from services.house import House


@dataclass(frozen=True, slots=True)
class Turn:
    """The next view of a theme that is being split, and how many are left with it."""

    view: OpenedView
    left: int


def next_to_sort(
    house: House, officer: Officer, key: str, after: str = "", *, again: bool = False
) -> Turn | None:
    """The next view under a theme that is being split, opened; None where none is left.

    Args:
        after: the id of a view to pass over for now.
        again: show that one once more instead.
    """
    must_hold(officer, KEEPS_THEMES)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        waiting = [one for one in books.catalogue.carrying(key) if one not in hidden]
    later = [view_id for view_id in waiting if view_id > after or (again and view_id == after)]
    later = later or waiting
    if not later:
        return None
    opened = review.open_view(house, officer, later[0], Why.QUALITY)
    return Turn(opened, len(waiting))


def sort(
    house: House,
    officer: Officer,
    key: str,
    view_id: str,
    parts: tuple[str, ...],
    version: int,
) -> None:
    """The view is about these parts and not about the whole any more; its other themes stay."""
    with house.store.reading() as books:
        sight.must_see(books, officer, view_id)
        if books.views.find(view_id) is None:
            raise NotFound
        others = [other for other in books.themes.agreed(view_id) if other != key]
    review.agree_themes(house, officer, view_id, (*others, *parts), version)

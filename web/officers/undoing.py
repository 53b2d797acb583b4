"""What this officer did last, for a few minutes, so that the next page can offer to undo it."""

import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import session

LAST = "desk_undo"
MINUTES = 10


class Deed(StrEnum):
    """What can be undone."""

    AGREED = "You agreed themes a moment ago."
    AGREED_MANY = "You agreed several views a moment ago."
    GAVE = "You changed whose it is a moment ago."
    FILED = "You filed it a moment ago."


@dataclass(frozen=True, slots=True)
class Last:
    """The last deed.

    Args:
        held: for GAVE, whom it was given to and who had it before; empty for nobody.
    """

    deed: Deed
    views: tuple[str, ...]
    held: tuple[str, ...] = ()


def remember(deed: Deed, *views: str, held: tuple[str, ...] = ()) -> None:
    """This officer just did that to those views."""
    session[LAST] = [deed.name, list(views), list(held), int(time.time())]


def offered() -> Last | None:
    """What can be undone on this page; None where there is nothing."""
    kept: Any = session.get(LAST)
    if not kept or len(kept) != 4 or time.time() - kept[3] > 60 * MINUTES:
        return None
    return Last(Deed[kept[0]], tuple(kept[1]), tuple(kept[2]))


def forget() -> None:
    """It was undone, or something else was done to it."""
    session.pop(LAST, None)

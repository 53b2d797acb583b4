"""The last agreement, for a few minutes, so that the next page can offer to undo it."""

import time
from typing import cast

from flask import session

LAST = "desk_undo"
MINUTES = 10


def remember(view_id: str) -> None:
    """This officer just agreed the themes of that view."""
    session[LAST] = [view_id, int(time.time())]


def offered() -> str | None:
    """The view whose agreement can be undone, once more on this page; None where there is none."""
    held = session.get(LAST)
    if not held or time.time() - held[1] > 60 * MINUTES:
        return None
    return cast(str, held[0])


def forget() -> None:
    """It was undone, or something else was done to it."""
    session.pop(LAST, None)

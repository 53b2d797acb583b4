"""What officers write to each other about a view; the person who spoke does not see it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Args:
        post: of who wrote it.
        asked: the name of the colleague who is asked; empty where nobody is.
        open: their word is still waited for.
    """

    words: str
    post: str
    on: date
    asked: str = ""
    asks: str | None = None
    open: bool = False

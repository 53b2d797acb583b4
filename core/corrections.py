"""A young person's "that's not what I meant": what they say that their words are about."""

from dataclasses import dataclass
from datetime import date

from core.errors import HeardError


class NothingChosen(HeardError):
    """Neither a theme nor "none of these" was chosen."""

    def __init__(self) -> None:
        super().__init__("Choose what it is about, or say that none of these fits.")


@dataclass(frozen=True, slots=True)
class Correction:
    """What the writer chose, and the day.

    Args:
        keys: the themes that they chose; empty where they said that none fits.
        open: no officer has agreed themes since, so it waits at the desk.
    """

    keys: tuple[str, ...]
    on: date
    open: bool = True

    @property
    def nothing_fits(self) -> bool:
        """Whether they said that it is about something that is on no list."""
        return not self.keys


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How a view is filed, for the person who wrote it.

    Args:
        keys: the themes that people agreed or, until then, those that the machine suggests.
        agreed: a person decided; the machine's guess no longer counts.
        correction: the last thing that the writer said about it.
    """

    keys: tuple[str, ...]
    agreed: bool
    correction: Correction | None

"""Who a view is about, as far as that keeps somebody from reading it. Facts only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class How(StrEnum):
    """Why somebody is taken for a subject of a view."""

    NAMED = "named"
    PERHAPS = "perhaps_named"
    MISSPELT = "misspelt"
    POST = "post"
    MANAGER = "manager"
    SAID_SO = "said_so"
    ADDED = "added"


class Block(StrEnum):
    """Where a block stands. Held and firm both keep the person out; only lifted does not."""

    HELD = "held"
    FIRM = "firm"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff or a carer on the register.

    Args:
        nicknames: other names that people use for them.
        manager_id: the person who manages them, or None where that is not known.
        email: the address that they sign in with, or empty where they never do.
        since: the version of the register at which they last changed.
    """

    id: str
    name: str
    nicknames: tuple[str, ...] = ()
    post: str = ""
    team: str = ""
    manager_id: str | None = None
    email: str = ""
    since: int = 0
    here: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody whom a text names or describes; `sure` where no second officer has to look."""

    person_id: str
    how: How
    sure: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody whom a view is about, as officers see it.

    Args:
        asked_by: who asked for a firm block to be lifted, while the second person is awaited.
    """

    view_id: str
    person_id: str
    name: str
    post: str
    how: How
    block: Block
    on: date
    asked_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One line of a file of staff and carers, as it was written there."""

    row_number: int
    name: str
    nicknames: tuple[str, ...] = ()
    post: str = ""
    team: str = ""
    manager: str = ""
    email: str = ""

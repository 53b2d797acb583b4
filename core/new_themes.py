"""Themes that nobody has named yet: found in words that fit nowhere, and what became of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.errors import HeardError

FEWEST = 3  # views: what two people say is theirs alone


class DecidedAlready(HeardError):
    """Somebody else adopted, merged or dismissed it."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Somebody else has decided about this one already.")


class Fate(StrEnum):
    """What became of a find."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    MERGED = "merged"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Stray:
    """A view that fits nowhere: no theme is likely, or its writer says that none fits."""

    view_id: str
    words: str
    received_on: date


@dataclass(frozen=True, slots=True)
class Member:
    """One view of a find, and the half-open place of its clause that is nearest to the middle."""

    view_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Find:
    """Views that say something alike.

    Args:
        name: a suggestion that takes a stance, made of words that at least FEWEST views share.
        members: the nearest to the middle first.
    """

    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A find as the desk keeps it.

    Args:
        first_on: the day of the first view that said so.
        became: the theme that it was adopted as or merged into.
    """

    id: str
    name: str
    first_on: date
    found_on: date
    fate: Fate
    members: tuple[Member, ...]
    became: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class SaidAlike:
    """One view of a proposal, opened: its words with what is masked left out, and its clause."""

    view_id: str
    received_on: date
    words: str
    clause: str

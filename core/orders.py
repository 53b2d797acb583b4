"""A file that an officer asks for and a second person approves, made when it is fetched."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.errors import HeardError


class Kind(StrEnum):
    """What the file holds."""

    VIEWS = "views"
    BUNDLE = "bundle"


class Format(StrEnum):
    """What the file is."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    WORD = "docx"


class State(StrEnum):
    """Where the order stands."""

    WAITING = "waiting"
    READY = "ready"
    REFUSED = "refused"
    EXPIRED = "expired"


class NoReason(HeardError):
    """Nobody said what the file is for."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say what the file is for.")


class NotTwoPeople(HeardError):
    """Who asked may not approve."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Somebody else has to decide this: you asked for the file.")


class NotReady(HeardError):
    """The file may not be fetched: nobody approved it, somebody refused, or its days are over."""

    status = 409

    def __init__(self) -> None:
        super().__init__("This file cannot be fetched now. Look at what became of it below.")


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted: the views of some days in a format, or all that is held about one view."""

    kind: Kind
    format: Format
    start: date
    end: date
    voice: str = ""
    view_id: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked, by whom, what became of it, and until when it may be fetched (UTC)."""

    id: str
    ask: Ask
    why: str
    asked_by: str
    asked_post: str
    asked_at: datetime
    expires_at: datetime
    decided_by: str | None = None
    decided_post: str = ""
    decided_at: datetime | None = None
    approved: bool | None = None
    taken: int = 0

    def state(self, now: datetime) -> State:
        """Where it stands at this moment."""
        if now >= self.expires_at:
            return State.EXPIRED
        if self.approved is None:
            return State.WAITING
        return State.READY if self.approved else State.REFUSED


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows on their way into a file.

    Args:
        marking: classification, for whom, when: printed on every row.
        notes: what a reader must know before the figures.
    """

    title: str
    marking: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

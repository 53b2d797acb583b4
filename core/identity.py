"""Who wrote is opened by two people. The rule, and what is kept of each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.facts import Who

OPEN_FOR = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Asking:
    """One time that somebody asked who wrote a view.

    Args:
        opened: None while a second person is awaited; then whether they agreed.
        decided_by: who agreed or did not; the asker's own id where it was opened to save a life.
        until: when it closes again (UTC, naive).
    """

    id: str
    asked_by: str
    asked_post: str
    asked_on: date
    reason: str
    opened: bool | None = None
    decided_by: str = ""
    decided_post: str = ""
    decided_on: date | None = None
    until: datetime | None = None

    @property
    def alone(self) -> bool:
        """Whether one person opened it by themselves."""
        return bool(self.decided_by) and self.decided_by == self.asked_by


@dataclass(frozen=True, slots=True)
class Contact:
    """What may be seen of who wrote.

    Args:
        call: the nickname that the writer chose to be called by; it is for answers, and shown.
        there: whether the writer left a way to reach them.
        who: what they left, where this officer may see it now.
        askings: every time that somebody asked, first to last.
        may_ask_alone: a lead may open it alone, for somebody may be at risk now.
    """

    call: str
    there: bool
    who: Who | None
    askings: tuple[Asking, ...]
    may_ask_alone: bool

    @property
    def waits(self) -> Asking | None:
        """The asking that a second person has to answer."""
        return next((one for one in self.askings if one.opened is None), None)


def is_open_for(askings: Iterable[Asking], officer_id: str, now: datetime) -> bool:
    """Whether this officer may see who wrote now (`now` UTC, naive)."""
    return any(
        one.opened and one.asked_by == officer_id and one.until is not None and now < one.until
        for one in askings
    )

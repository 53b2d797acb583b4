"""Who wrote is opened by two people. The rule, and what is kept of each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

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


def is_open_for(askings: Iterable[Asking], officer_id: str, now: datetime) -> bool:
    """Whether this officer may see who wrote now (`now` UTC, naive)."""
    return any(
        one.opened and one.asked_by == officer_id and one.until is not None and now < one.until
        for one in askings
    )

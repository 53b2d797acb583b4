"""When a thing may go: the day that each kind is due, and why something may not go at all.

Rationale: what nobody read, what nobody answered, what was not passed on to whoever must act, and
what the law wants kept is never erased, however old it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.retention import Retention


class Kept(StrEnum):
    """Why something stays."""

    UNREAD = "unread"
    OPEN = "open"
    NOT_PASSED_ON = "not passed on"
    WAITING = "waiting"
    ON_HOLD = "on hold"


@dataclass(frozen=True, slots=True)
class Standing:
    """A view that was answered, as far as its days are concerned.

    Args:
        answered_on, talked_on, paper_on: the last answer, the last message, the last paper with it.
        raised: it worried the machine, or somebody asked for help.
        may_go: the safeguarding lead passed it on or closed it, where it was raised.
        settled_on: the day of that.
        waits: its writer corrected it or asked for something, and nobody has dealt with it.
        warned_on: since when the desk has said that it goes.
    """

    view_id: str
    version: int
    answered_on: date
    talked_on: date | None = None
    paper_on: date | None = None
    raised: bool = False
    may_go: bool = True
    settled_on: date | None = None
    waits: bool = False
    held: bool = False
    has_talk: bool = False
    has_contact: bool = False
    warned_on: date | None = None
    received_on: date | None = None

    @property
    def kept(self) -> Kept | None:
        """Why it stays whatever its age, or None."""
        if self.held:
            return Kept.ON_HOLD
        if not self.may_go:
            return Kept.NOT_PASSED_ON
        return Kept.WAITING if self.waits else None

    @property
    def done_on(self) -> date:
        """The last day on which anything came of it."""
        return max(_days(self.answered_on, self.talked_on, self.paper_on, self.settled_on))


def _days(*days: date | None) -> Iterable[date]:
    return (day for day in days if day is not None)


def words_due(one: Standing, rules: Retention) -> date | None:
    """The day on which its words go, or None where they may not go."""
    if one.kept is not None:
        return None
    return one.done_on + timedelta(days=rules.flagged if one.raised else rules.words)


def talk_due(one: Standing, rules: Retention) -> date | None:
    """The day on which its messages go."""
    if one.kept is not None or not one.has_talk:
        return None
    return max(_days(one.answered_on, one.talked_on)) + timedelta(days=rules.talk)


def contact_due(one: Standing, rules: Retention) -> date | None:
    """The day on which a name and a way to reach somebody go."""
    if one.kept is not None or not one.has_contact:
        return None
    return max(_days(one.answered_on, one.talked_on)) + timedelta(days=rules.contact)


def to_warn_of(one: Standing, rules: Retention, today: date) -> date | None:
    """The day on which its words go, where that is so near that the desk has to say so."""
    due = words_due(one, rules)
    return due if due is not None and due - timedelta(days=rules.warning) <= today else None


def goes_on(one: Standing, rules: Retention, today: date) -> date | None:
    """The day on which its words really go: when they are due, and the warning is over."""
    due = to_warn_of(one, rules, today)
    warned_on = one.warned_on or today
    return None if due is None else max(due, warned_on + timedelta(days=rules.warning))


def goes_today(one: Standing, rules: Retention, today: date) -> bool:
    """Whether its words go today: they are due, and the desk said so long enough.

    Rationale: a shorter period that somebody sets today, or a clock that stood still, takes no
    words without the warning.
    """
    due = words_due(one, rules)
    if due is None or one.warned_on is None:
        return False
    return due <= today and one.warned_on + timedelta(days=rules.warning) <= today


def quarter_of(day: date) -> str:
    """The quarter under which a count outlives its views, such as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"

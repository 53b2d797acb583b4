"""Who may go where at the desk. A route without a row here is refused to everybody.

Rationale: the default must be "no", so that a route somebody forgets is shut and not open.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.duties import (
    GROUPS,
    ISSUES_PAPERS,
    KEEPS_OFFICERS,
    READS_WORDS,
    REPLIES,
    SEES_AGREEMENT,
    SEES_SUMMARY,
)
from core.facts import Officer, Role


@dataclass(frozen=True, slots=True)
class Access:
    """Which roles reach a route; `anyone` is for pages before sign-in."""

    roles: frozenset[Role] = frozenset()
    anyone: bool = False

    def lets(self, officer: Officer | None) -> bool:
        """True where this officer, or nobody signed in, may go on."""
        return self.anyone or (officer is not None and bool(self.roles & officer.roles))


ANYONE = Access(anyone=True)
SIGNED_IN = Access(frozenset(Role))

POLICY: Mapping[str, Access] = {
    "desk.sign_in": ANYONE,
    "desk.sign_out": SIGNED_IN,
    "desk.queue": Access(READS_WORDS),
    "desk.view": Access(READS_WORDS),
    "desk.agree": Access(GROUPS),
    "desk.mask": Access(GROUPS),
    "desk.unmask": Access(GROUPS),
    "desk.clear": Access(GROUPS),
    "desk.reply": Access(REPLIES),
    "desk.summary": Access(SEES_SUMMARY),
    "desk.agreement": Access(SEES_AGREEMENT),
    "desk.paper": Access(ISSUES_PAPERS),
    "desk.preview": Access(ISSUES_PAPERS),
    "desk.issue": Access(ISSUES_PAPERS),
    "desk.people": Access(KEEPS_OFFICERS),
    "desk.add_officer": Access(KEEPS_OFFICERS),
    "desk.set_active": Access(KEEPS_OFFICERS),
}


def lets(endpoint: str | None, officer: Officer | None) -> bool:
    """True where the table lets this officer reach the endpoint; no row means no."""
    access = POLICY.get(endpoint or "")
    return access is not None and access.lets(officer)


def home_of(officer: Officer) -> str:
    """The first page for this officer: the queue where they may read, else the people."""
    return "desk.queue" if lets("desk.queue", officer) else "desk.people"

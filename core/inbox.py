"""The inbox: the order in which views wait, and what an officer may ask to see of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta

from core.facts import AgeBand, Door, Kind, Permission, State, Voice, Worry
from core.languages import NAMES, UNKNOWN

# How soon a view wants a person: the smaller the sooner. From DONE on it waits for nobody.
WORRIES = (Worry.URGENT, Worry.CONCERN, Worry.UNREAD, Worry.NONE)
ASKED, ANSWERED, DONE = 0, 20, 30
INTERPRETER = "interpreter"
ME, NOBODY, OTHERS, ASKED_OF_ME = "me", "nobody", "others", "asked"
LATE, SOON, LATER = "late", "soon", "later"
RAISED, CLOSED = "raised", "closed"
SOON_DAYS = 7
# Nobody waits for these any more.
SETTLED = frozenset({State.ANSWERED, State.FILED})
SPOKEN = frozenset({*NAMES, UNKNOWN, INTERPRETER})
OFFERED: Mapping[str, frozenset[str]] = {
    "voice": frozenset(Voice),
    "door": frozenset(Door),
    "kind": frozenset(Kind),
    "age": frozenset(AgeBand),
    "permission": frozenset(Permission),
    "state": frozenset({*State, CLOSED}),
    "worry": frozenset({*Worry, RAISED}),
    "language": SPOKEN,
    "due": frozenset({LATE, SOON, LATER}),
    "unread": frozenset({ME, NOBODY}),
    "owner": frozenset({ME, NOBODY, OTHERS, ASKED_OF_ME}),
}


def urgency(
    worry: Worry, state: State, *, asked_for_help: bool, decided: bool, corrected: bool = False
) -> int:
    """Where a view stands in the inbox. Reading it does not move it.

    Rationale: worry counts until the view is answered. An order that moved under the reader's
    hands would make "the previous one" somebody else's view. What its writer corrected waits
    again, answered or not.
    """
    if state in SETTLED and not corrected:
        return DONE if decided else ANSWERED
    return ASKED if asked_for_help else 1 + WORRIES.index(worry)


def has_code(door: Door) -> bool:
    """Whether somebody holds a code to read an answer with: whoever filled in a survey has none."""
    return door is not Door.SURVEY


def once_agreed(state: State, door: Door, worry: Worry, *, asked_for_help: bool) -> State:
    """Where a view stands once a person said what it is about.

    Rationale: a row of a survey cannot be answered, so it is done with then, and what nobody waits
    for may be erased on its day. One that worries stays until somebody says that it may go.
    """
    if state in SETTLED:
        return state
    calm = worry is Worry.NONE and not asked_for_help
    return State.FILED if calm and not has_code(door) else State.GROUPED


@dataclass(frozen=True, slots=True)
class Place:
    """Where one view stands in the order of the inbox."""

    urgency: int
    due_on: date
    view_id: str


@dataclass(frozen=True, slots=True)
class Sieve:
    """What to show of the inbox; what is empty shows all. It holds nobody's words or name.

    Args:
        theme: a theme's key.
        due: late, soon (within a week) or later.
        unread: by me, or by nobody at all.
        owner: mine, nobody's, somebody else's, or a colleague asked me about it.
    """

    voice: str = ""
    theme: str = ""
    state: str = ""
    language: str = ""
    door: str = ""
    kind: str = ""
    age: str = ""
    permission: str = ""
    worry: str = ""
    due: str = ""
    unread: str = ""
    owner: str = ""

    def chosen(self) -> dict[str, str]:
        """The filters that are set, for links that keep them."""
        return {name: value for name, value in asdict(self).items() if value}


def sieve_of(asked: Mapping[str, str], themes: frozenset[str]) -> Sieve:
    """The filters in an address; a value that nobody knows shows everything, so no link breaks."""
    known = {**OFFERED, "theme": themes}
    wanted = {one.name: asked.get(one.name, "") for one in fields(Sieve)}
    return Sieve(**{name: value for name, value in wanted.items() if value in known[name]})


def days_due(due: str, today: date) -> tuple[date, date]:
    """The first and the last day on which an answer may be due, for late, soon and later."""
    soon = today + timedelta(days=SOON_DAYS)
    return {
        LATE: (date.min, today - timedelta(days=1)),
        SOON: (today, soon),
        LATER: (soon + timedelta(days=1), date.max),
    }[due]

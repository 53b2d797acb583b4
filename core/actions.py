"""What the committee resolved and the council promised, and what came of it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.board import Felt

RESOLUTION, POINT, PROMISE = "resolution", "point", "promise"
KINDS = {RESOLUTION: "Resolution", POINT: "Action point", PROMISE: "Promise"}
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
OWNER = re.compile(r"^(?:the )?(?P<owner>[A-Z][\w'&, -]{1,80}?) (?:to|will|shall) ")
FORM = re.compile(r"\b(?:be|were|was) (?:thanked|noted|received)\b", re.IGNORECASE)


class ActionState(StrEnum):
    """What the council says of an action."""

    OPEN = "open"
    DONE = "done"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Progress:
    """What an owner said of an action on a day, and the evidence that the framework asks for.

    Args:
        quantified: how much, in numbers.
        measured: how that was measured.
        substantiated: where the proof lies.
    """

    on: date
    words: str
    quantified: str = ""
    measured: str = ""
    substantiated: str = ""

    @property
    def whole(self) -> bool:
        """Whether all three kinds of evidence are there."""
        return bool(self.quantified and self.measured and self.substantiated)


@dataclass(frozen=True, slots=True)
class Action:
    """One resolution, action point or promise.

    Args:
        label: as the minutes number it, "(i)" or "1".
        owner: a post, never a person.
        felt: what young people say of it; None where nobody was asked or nothing is called done.
    """

    id: str
    paper_id: str
    kind: str
    label: str
    words: str
    theme: str
    owner: str
    due_on: date | None
    state: ActionState
    made_on: date
    progress: tuple[Progress, ...] = ()
    felt: Felt | None = None
    version: int = 1

    def overdue(self, today: date) -> bool:
        """Whether its day is past and nobody says that it is done."""
        return self.state is ActionState.OPEN and self.due_on is not None and self.due_on < today

    def standing(self, today: date) -> str:
        """Where it stands, in the words of a paper."""
        if self.state is ActionState.CANNOT:
            return "The council cannot do this"
        if self.state is ActionState.OPEN:
            return "Overdue" if self.overdue(today) else "Under way"
        if self.felt is Felt.AGREED:
            return "Done, and young people feel it"
        return "The council says done; young people have not agreed"


@dataclass(frozen=True, slots=True)
class Found:
    """One decision as it was read in minutes, before an officer says whose it is."""

    kind: str
    label: str
    words: str
    owner: str = ""
    theme: str = ""

    @property
    def is_form(self) -> bool:
        """Whether it only thanks somebody or notes a report: nothing comes of it."""
        return bool(FORM.search(self.words))


def found_in(resolutions: tuple[str, ...], points: tuple[str, ...]) -> tuple[Found, ...]:
    """Resolutions and action points with their labels, and the owner that a point begins with."""
    resolved = [
        Found(RESOLUTION, f"({NUMERALS[n]})" if n < len(NUMERALS) else f"({n + 1})", words)
        for n, words in enumerate(resolutions)
    ]
    numbered = [Found(POINT, str(n), words, _owner(words)) for n, words in enumerate(points, 1)]
    return (*resolved, *numbered)


def _owner(words: str) -> str:
    begun = OWNER.match(words)
    return begun["owner"] if begun else ""

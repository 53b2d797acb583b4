"""What a practitioner who gave their name sees of something they sent: how it goes, no words."""

from dataclasses import dataclass
from datetime import date

from core.facts import Kind
from core.stories import Step


@dataclass(frozen=True, slots=True)
class Mine:
    """One thing that somebody sent.

    Args:
        themes: the keys of what people agreed that it is about; empty before.
        theme_names: the same by name.
        due_on: when an answer may be expected.
        steps: what happened to it.
        answers: how many answers there are to read.
    """

    view_id: str
    kind: Kind
    themes: tuple[str, ...]
    theme_names: tuple[str, ...]
    received_on: date
    due_on: date
    steps: tuple[Step, ...]
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a theme, as everybody may know it.

    Args:
        did: what the council did, will do or cannot do, as the board says it.
        actions: what was decided and is not done yet, with its owner's post and its day.
    """

    theme_name: str
    did: tuple[str, ...]
    actions: tuple[str, ...]

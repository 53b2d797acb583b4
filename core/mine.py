"""What a practitioner who gave their name sees of something they sent: how it goes, no words."""

from dataclasses import dataclass
from datetime import date

from core.facts import Kind
from core.stories import Step


@dataclass(frozen=True, slots=True)
class Mine:
    """One thing that somebody sent.

    Args:
        theme_names: what people agreed that it is about; empty before.
        due_on: when an answer may be expected.
        steps: what happened to it.
        answers: how many answers there are to read.
    """

    view_id: str
    kind: Kind
    theme_names: tuple[str, ...]
    received_on: date
    due_on: date
    steps: tuple[Step, ...]
    answers: int = 0

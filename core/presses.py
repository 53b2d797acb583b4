"""Buttons under a message in Slack, known to who sends it and to who hears the press."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

OPEN_MINE, PULSE = "open_mine", "pulse"
TAKE_UP = "take_up_alert"
LONGEST_TEXT, LONGEST_VALUE = 75, 2000


@dataclass(frozen=True, slots=True)
class Press:
    """One button: which verb it is for, what stands on it, and what it brings along."""

    action: str
    text: str
    value: str = ""


def as_text(presses: Iterable[Press]) -> str:
    """Buttons as the books keep them; empty where there are none."""
    told = [asdict(press) for press in presses]
    return json.dumps(told, ensure_ascii=False) if told else ""


def from_text(kept: str) -> tuple[Press, ...]:
    """The buttons again."""
    return tuple(Press(**told) for told in json.loads(kept)) if kept else ()

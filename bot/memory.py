"""What a form remembers from one step to the next, in Slack's own place for it: never words."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Memory:
    """Earlier choices.

    Args:
        rounds: how often the words were looked over.
        code: a word code, while its story is open.
        mine: the view of which whoever presses may see the story.
    """

    risk: str = ""
    kind: str = ""
    area: str = ""
    rounds: int = 0
    code: str = ""
    mine: str = ""

    def written(self) -> str:
        """As Slack keeps it: what is not set is left out."""
        return json.dumps({name: told for name, told in asdict(self).items() if told})

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> Self:
        """What this view remembers; nothing where it was not written by us."""
        try:
            told = dict(json.loads(view.get("private_metadata") or "{}"))
        except (ValueError, TypeError):
            return cls()
        empty = asdict(cls())
        known: dict[str, Any] = {
            name: held for name, held in told.items() if type(held) is type(empty.get(name))
        }
        return cls(**known)

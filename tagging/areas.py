"""Room tagging: areas of work that formal papers name outright, with capital letters.

Rationale: minutes list areas ("Front Door Assessment, Pathway Planning") in a way that no young
person's text teaches. Small letters are left to what was learned: a mention is no label there.
"""

import re

from core.themes import BY_KEY
from tagging.cues import read_data

NAMED = 0.9  # as sure as a title can be


class Areas:
    """Finds the names of areas in a text."""

    def __init__(self) -> None:
        lists: dict[str, list[str]] = read_data("areas.toml")
        self._patterns = {
            key: re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")
            for key, names in lists.items()
            if key in BY_KEY
        }

    def read(self, text: str) -> dict[str, tuple[float, tuple[str, ...]]]:
        """Gives how sure each named area is, and the name as it stands in the text."""
        found: dict[str, tuple[float, tuple[str, ...]]] = {}
        for key, pattern in self._patterns.items():
            if match := pattern.search(text):
                found[key] = (NAMED, (match.group(),))
        return found

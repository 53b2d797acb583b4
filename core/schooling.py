"""What people teach the machine, and each version that it learned: facts without a framework."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lesson:
    """A view whose themes people agreed.

    Args:
        mark: a random name that says nothing; it tells later whether these words are still here.
        words: masked details are left out.
    """

    mark: str
    words: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the machine, or one that was refused and is not kept.

    Args:
        before, after: figures on the tuning texts, of what was live and of this version.
    """

    name: str
    made_at: str
    asked_by: str
    texts: int
    corrections: int
    before: Mapping[str, float]
    after: Mapping[str, float]
    refused: bool = False
    live: bool = False

"""What an officer says of a view beside its themes: praise or complaint, its worth, what lacks."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """How the writer finds it: the theme alone does not say whether it is praise or a complaint."""

    GOOD = "good"
    BETTER = "better"
    BOTH = "both"
    UNCLEAR = "unclear"


class Fallback(StrEnum):
    """What to say instead of forcing a theme on a view."""

    OTHER = "other"
    NO_REASON = "no_reason"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a view.

    Args:
        rich: it holds detail that is worth reading in full.
        fallbacks: no theme fits, or no reason is given.
    """

    stance: Stance = Stance.UNCLEAR
    rich: bool = False
    fallbacks: frozenset[Fallback] = frozenset()

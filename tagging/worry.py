"""Room tagging: does somebody have to look, and how soon. It orders a queue; people decide.

Rationale: tuned to raise. No flag never means no concern, and what cannot be judged is raised.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.facts import Worry
from tagging.cues import Cue, CueBook, cue, read_data
from tagging.normalising import Token

WEIGHTS = {"urgent": 1.0, "concern": 0.6, "hint": 0.35}
RAISE_FROM = 0.55  # one concern, or two hints that differ
SETTLED, NOW, HARMLESS = "settled", "now", "harmless"
NEAR = 40  # words: a hint counts beside another one, not anywhere in a long text


@dataclass(frozen=True, slots=True)
class Signal:
    """How soon a person must look, and the leading sign (None where there is only doubt)."""

    worry: Worry
    signal: str | None = None


IN_DOUBT = Signal(Worry.CONCERN)
NO_WORRY = Signal(Worry.NONE)


def worry_cues() -> Iterator[Cue]:
    """Gives every cue of the data file."""
    for key, content in read_data("worry_cues.toml").items():
        if key == HARMLESS:
            continue
        if isinstance(content, list):
            yield from (cue(phrase, key, 0.0) for phrase in content)
            continue
        for strength, weight in WEIGHTS.items():
            yield from (cue(phrase, key, weight) for phrase in content.get(strength, ()))


class WorryReader:
    """Reads worry out of words."""

    def __init__(self) -> None:
        self._cues = CueBook(worry_cues())
        self._harmless = frozenset(read_data("worry_cues.toml")[HARMLESS])

    def harmless(self, words: Sequence[Token]) -> bool:
        """Tells whether a text too short to judge holds only words known to be harmless."""
        return bool(words) and all(word.plain in self._harmless for word in words)

    def read(self, words: Sequence[Token]) -> Signal:
        """Gives the strongest sign in any stretch of the text."""
        strongest = NO_WORRY
        for start in range(0, max(1, len(words)), NEAR // 2):
            signal = self._stretch(words[start : start + NEAR])
            if signal.worry is Worry.URGENT:
                return signal
            if strongest is NO_WORRY:
                strongest = signal
        return strongest

    def _stretch(self, words: Sequence[Token]) -> Signal:
        hits = [hit.cue for hit in self._cues.find(words)]
        signs = {one.phrase: one for one in hits if one.key not in (SETTLED, NOW)}
        if not signs:
            return NO_WORRY
        leading = max(signs.values(), key=lambda one: one.weight)
        if leading.weight == WEIGHTS["urgent"]:
            return Signal(Worry.URGENT, leading.key)
        missed = 1.0
        for one in signs.values():
            missed *= 1 - one.weight
        if 1 - missed < RAISE_FROM:
            return NO_WORRY
        soon = leading.weight == WEIGHTS["concern"] and any(one.key == NOW for one in hits)
        return Signal(Worry.URGENT if soon else Worry.CONCERN, leading.key)

"""Room tagging: does somebody have to look, and how soon. It orders a queue; people decide.

Rationale: tuned to raise. No flag never means no concern, and what cannot be judged is raised.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.facts import Worry
from tagging.cues import Cue, CueBook, Hit, cue, read_data
from tagging.learned import Weights, read_weights
from tagging.normalising import Token

WEIGHTS = {"urgent": 1.0, "concern": 0.6, "hint": 0.35}
RAISE_FROM = 0.55  # one concern, or two hints that differ
RAISED = "raised"  # what is learned
LEARNED_RAISE = 0.3  # by fourfold trial on the learning texts: a quarter of calm ones rise
LEARNED_URGENT = 0.5  # beside a word for now
SETTLED, NOW, HARMLESS = "settled", "now", "harmless"
STRETCH = 40  # words: a hint counts beside another one, not anywhere in a long text


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


class WorryCues:
    """What the cues alone say about a stretch of text."""

    def __init__(self) -> None:
        self._book = CueBook(worry_cues())

    def read(self, words: Sequence[Token]) -> tuple[Signal, bool]:
        """Gives their signal, leading sign and all, and whether a word for now stands by."""
        hits = _unsettled(list(self._book.find_within(words)))
        now = any(one.key == NOW for one in hits)
        signs = {one.phrase: one for one in hits if one.key != NOW}
        if not signs:
            return NO_WORRY, now
        leading = max(signs.values(), key=lambda one: one.weight)
        missed = 1.0
        for one in signs.values():
            missed *= 1 - one.weight
        if 1 - missed < RAISE_FROM:
            return Signal(Worry.NONE, leading.key), now
        soon = now and leading.weight == WEIGHTS["concern"]
        urgent = soon or leading.weight == WEIGHTS["urgent"]
        return Signal(Worry.URGENT if urgent else Worry.CONCERN, leading.key), now


def _unsettled(hits: Sequence[Hit]) -> list[Cue]:
    settled: set[int] = set()
    for hit in hits:
        if hit.cue.key == SETTLED:
            settled.update(range(hit.first, hit.last))
    return [hit.cue for hit in hits if not settled.issuperset(range(hit.first, hit.last))]


class WorryReader:
    """Reads worry out of words: cues made by hand, and weights that were learned."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._cues = WorryCues()
        self._weights = weights or read_weights("worry_weights.tsv")
        self._harmless = frozenset(read_data("worry_cues.toml")[HARMLESS])

    def harmless(self, words: Sequence[Token]) -> bool:
        """Tells whether a text too short to judge holds only words known to be harmless."""
        return bool(words) and all(word.plain in self._harmless for word in words)

    def read(self, words: Sequence[Token]) -> Signal:
        """Gives the strongest sign in any stretch of the text."""
        strongest = NO_WORRY
        for start in range(0, max(1, len(words) - STRETCH // 2), STRETCH // 2):
            signal = self._stretch(words[start : start + STRETCH])
            if signal.worry is Worry.URGENT:
                return signal
            if strongest is NO_WORRY:
                strongest = signal
        return strongest

    def _stretch(self, words: Sequence[Token]) -> Signal:
        said, now = self._cues.read(words)
        learned = self._weights.judge(words, {})[RAISED].likely
        if said.worry is Worry.URGENT or (now and learned >= LEARNED_URGENT):
            return Signal(Worry.URGENT, said.signal)
        if said.worry is Worry.CONCERN or learned >= LEARNED_RAISE:
            return Signal(Worry.CONCERN, said.signal)
        return NO_WORRY

"""Room tagging: does somebody have to look, and how soon. It orders a queue; people decide.

Rationale: tuned to raise. No flag never means no concern, and what cannot be judged is raised.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.facts import Worry
from core.watchwords import SHIPPED, Strength, Watchword, Watchwords
from tagging.cues import Cue, CueBook, Hit, cue, read_data
from tagging.learned import Weights, read_weights
from tagging.normalising import Token

WEIGHTS = {"urgent": 1.0, "concern": 0.6, "hint": 0.35}
RAISED = "raised"  # what is learned
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


def worry_cues(words: Watchwords = SHIPPED) -> Iterator[Cue]:
    """Gives every cue of the data file, with what the council added and without what it dropped."""
    dropped = {(one.sign, one.phrase) for one in words.dropped}
    yield from (one for one in _shipped_cues() if (one.key, " ".join(one.phrase)) not in dropped)
    yield from (cue(one.phrase, one.sign, WEIGHTS[one.strength]) for one in sorted(words.added))


def shipped_words() -> frozenset[Watchword]:
    """Gives the phrases of the data file that stand for a sign, as the desk shows them."""
    return frozenset(
        Watchword(key, phrase, Strength(strength))
        for key, content in read_data("worry_cues.toml").items()
        if isinstance(content, dict)
        for strength in WEIGHTS
        for phrase in content.get(strength, ())
    )


def _shipped_cues() -> Iterator[Cue]:
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

    def __init__(self, words: Watchwords = SHIPPED) -> None:
        self.words = words
        self._book = CueBook(worry_cues(words))
        self._raise_from = words.raise_from / 100

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
        if 1 - missed < self._raise_from:
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

    def __init__(self, weights: Weights | None = None, words: Watchwords = SHIPPED) -> None:
        self._cues = WorryCues(words)
        self._weights = weights or read_weights("worry_weights.tsv")
        self._harmless = frozenset(read_data("worry_cues.toml")[HARMLESS])

    def with_rules(self, words: Watchwords) -> "WorryReader":
        """Gives a reader that goes by these words; this very one where it does so already."""
        return self if words == self._cues.words else WorryReader(self._weights, words)

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
        if said.worry is Worry.CONCERN or learned >= self._cues.words.learned_from / 100:
            return Signal(Worry.CONCERN, said.signal)
        return NO_WORRY

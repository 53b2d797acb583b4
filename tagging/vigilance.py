"""Room tagging: how soon somebody must look, by what was learned; cues say of what kind.

Rationale: tuned to raise on texts that nothing learned from. No flag never means no concern, and
what cannot be judged (not English, too short, not read to its end) is a concern.
"""

from collections.abc import Sequence

from core.facts import Worry
from core.watchwords import Watchwords
from tagging.cues import read_data
from tagging.machine import Array, Seen
from tagging.model import Model
from tagging.normalising import Token
from tagging.tagger import TOO_SHORT
from tagging.worry import HARMLESS, IN_DOUBT, NO_WORRY, STRETCH, Signal, WorryCues

RAISED, URGENT = "raised", "urgent"
BESIDE_CUES = 0.3  # so that nobody who says it outright is missed; no more calm texts are raised


class Vigilance:
    """Reads worry with the machine, and names its sign."""

    def __init__(self, model: Model) -> None:
        self._machine = model.worry
        self._cuts = model.cuts
        self._cues = WorryCues()
        self._harmless = frozenset(read_data("worry_cues.toml")[HARMLESS])
        self._at = {key: place for place, key in enumerate(model.worry.keys)}

    def take_rules(self, words: Watchwords) -> None:
        """Go by these words for worry from now on."""
        if words != self._cues.words:
            self._cues = WorryCues(words)

    def likely(self, seen: Seen, near: Array) -> Array:
        """Gives how likely each level and sign is, 0 to 1, (parts, keys)."""
        return self._machine.likely(seen, near)

    def raised(self, likely: Array) -> float:
        """Gives how likely it is, 0 to 1, that a text of these parts has to be looked at."""
        return float(likely[:, self._at[RAISED]].max())

    def judge(self, words: Sequence[Token], likely: Array, *, judged: bool) -> Signal:
        """Gives the worry of a text from its words and what its parts say."""
        highest = likely.max(axis=0)
        cued = self._cued(words)
        if not self._enough(self.raised(likely), cued.worry):
            known = judged and (len(words) >= TOO_SHORT or self._known(words))
            return NO_WORRY if known else IN_DOUBT
        urgent = highest[self._at[URGENT]] >= self._cuts[URGENT] or cued.worry is Worry.URGENT
        return Signal(Worry.URGENT if urgent else Worry.CONCERN, cued.signal or self._sign(highest))

    def _enough(self, raised: float, cued: Worry) -> bool:
        """Whether to raise it. Where cue words say concern, the machine need not be as sure."""
        cut = self._cuts[RAISED]
        if cued is Worry.CONCERN:
            cut *= BESIDE_CUES
        return cued is Worry.URGENT or raised >= cut

    def _cued(self, words: Sequence[Token]) -> Signal:
        """The strongest sign that cue words give in any stretch."""
        strongest = NO_WORRY
        for start in range(0, max(1, len(words) - STRETCH // 2), STRETCH // 2):
            said, _ = self._cues.read(words[start : start + STRETCH])
            if said.worry is Worry.URGENT:
                return said
            if strongest.signal is None:
                strongest = said
        return strongest

    def _sign(self, highest: Array) -> str | None:
        signs = {k: float(highest[at]) for k, at in self._at.items() if k not in (RAISED, URGENT)}
        return max(signs, key=lambda key: signs[key]) if signs else None

    def _known(self, words: Sequence[Token]) -> bool:
        return bool(words) and all(word.plain in self._harmless for word in words)

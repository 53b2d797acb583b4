"""Room tagging: which themes a text speaks of, how surely, and which of its words say so."""

from collections.abc import Iterator, Sequence

from core.facts import ThemeScore
from core.themes import BY_KEY
from tagging.cues import Cue, CueBook, cue, read_data
from tagging.normalising import Token

WEIGHTS = {"sure": 0.7, "strong": 0.45, "hint": 0.2}
SUGGEST_FROM = 0.42  # fixed on the texts that the cues were made from
SHOW_FROM = 0.2
WINDOW = 80  # words; a long text is read in windows, so that length alone adds up to no theme
WHY = 6


def theme_cues() -> Iterator[Cue]:
    """Gives every cue of the data file.

    Raises:
        ValueError: the file names a theme that core does not know.
    """
    for key, lists in read_data("theme_cues.toml").items():
        if key not in BY_KEY:
            raise ValueError(f"no such theme: {key}")
        for strength, weight in WEIGHTS.items():
            for phrase in lists.get(strength, ()):
                yield cue(phrase, key, weight)


class ThemeReader:
    """Reads themes out of words."""

    def __init__(self) -> None:
        self._cues = CueBook(theme_cues())
        self.vocabulary = self._cues.vocabulary()

    def read(self, text: str, words: Sequence[Token]) -> tuple[ThemeScore, ...]:
        """Gives the themes worth showing, best first; none at all is an answer."""
        best: dict[str, ThemeScore] = {}
        for start in range(0, len(words), WINDOW):
            for score in self._window(text, words[start : start + WINDOW]):
                if score.key not in best or score.score > best[score.key].score:
                    best[score.key] = score
        shown = [one for one in best.values() if one.score >= SHOW_FROM]
        return tuple(sorted(shown, key=lambda one: (-one.score, one.key)))

    def _window(self, text: str, words: Sequence[Token]) -> Iterator[ThemeScore]:
        found: dict[str, dict[tuple[str, ...], tuple[float, str]]] = {}
        for hit in self._cues.find(words):
            written = text[words[hit.first].start : words[hit.last - 1].end]
            carried = found.setdefault(hit.cue.key, {})
            carried.setdefault(hit.cue.phrase, (hit.cue.weight, written))
        for key, carried in found.items():
            missed = 1.0
            for weight, _ in carried.values():
                missed *= 1 - weight
            strongest = sorted(carried.values(), key=lambda one: -one[0])
            why = tuple(dict.fromkeys(written for _, written in strongest))[:WHY]
            yield ThemeScore(key, round(1 - missed, 3), why)


def suggested(themes: Sequence[ThemeScore]) -> tuple[str, ...]:
    """Gives the keys that the machine would pick."""
    return tuple(one.key for one in themes if one.score >= SUGGEST_FROM)

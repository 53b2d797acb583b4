"""Room tagging: which themes a text speaks of, how surely, and which of its words say so."""

from collections.abc import Iterator, Sequence

from core.facts import ThemeScore
from core.themes import BY_KEY
from tagging.cues import Cue, CueBook, cue, read_data
from tagging.learned import Part, Verdict, Weights, read_weights
from tagging.normalising import Token

WEIGHTS = {"sure": 0.7, "strong": 0.45, "hint": 0.2}
CUE_SHARE = 0.6  # of what the cues say, beside what was learned
SUGGEST_FROM = 0.55  # fixed on a part of the learning texts
SHOW_FROM = 0.3
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


class ThemeCues:
    """What the cues alone say."""

    def __init__(self) -> None:
        self._book = CueBook(theme_cues())
        self.vocabulary = self._book.vocabulary()

    def read(self, words: Sequence[Token]) -> dict[str, tuple[float, list[Part]]]:
        """Gives a score a theme, and the parts that carried it, strongest first."""
        found: dict[str, dict[tuple[str, ...], tuple[float, Part]]] = {}
        for hit in self._book.find(words):
            part = Part("", hit.first, hit.last)
            found.setdefault(hit.cue.key, {})[hit.cue.phrase] = (hit.cue.weight, part)
        return {key: _together(list(carried.values())) for key, carried in found.items()}


def _together(carried: list[tuple[float, Part]]) -> tuple[float, list[Part]]:
    missed = 1.0
    for weight, _ in carried:
        missed *= 1 - weight
    return 1 - missed, [part for _, part in sorted(carried, key=lambda one: -one[0])]


class ThemeReader:
    """Reads themes out of words: cues made by hand, and weights that were learned."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._cues = ThemeCues()
        self._weights = weights or read_weights("theme_weights.tsv")
        self.vocabulary = self._cues.vocabulary

    def read(self, text: str, words: Sequence[Token]) -> tuple[ThemeScore, ...]:
        """Gives the themes worth showing, best first; none at all is an answer."""
        best: dict[str, ThemeScore] = {}
        for start in range(0, len(words), WINDOW):
            for score in self._window(text, words[start : start + WINDOW]):
                if score.key not in best or score.score > best[score.key].score:
                    best[score.key] = score
        return tuple(sorted(best.values(), key=lambda one: (-one.score, one.key)))

    def _window(self, text: str, words: Sequence[Token]) -> Iterator[ThemeScore]:
        cues = self._cues.read(words)
        verdicts = self._weights.judge(words, {key: said for key, (said, _) in cues.items()})
        for key, verdict in verdicts.items():
            said, carried = cues.get(key, (0.0, []))
            score = _score(verdict, said)
            why = _why(text, words, [*carried, *verdict.carried])
            if score >= SHOW_FROM and why:
                yield ThemeScore(key, round(score, 3), why)


def _score(verdict: Verdict, said: float) -> float:
    """Rationale: public minutes name a theme outright in words that nobody learned from."""
    both = 1 - (1 - verdict.likely) * (1 - CUE_SHARE * said)
    return max(both, said) if said >= WEIGHTS["sure"] else both


def _why(text: str, words: Sequence[Token], carried: Sequence[Part]) -> tuple[str, ...]:
    """The words as they were written, each place once."""
    used: set[int] = set()
    why: dict[str, None] = {}
    for part in carried:
        places = set(range(part.first, part.last))
        if not places & used and len(why) < WHY:
            used |= places
            why[text[words[part.first].start : words[part.last - 1].end]] = None
    return tuple(why)


def suggested(themes: Sequence[ThemeScore]) -> tuple[str, ...]:
    """Gives the keys that the machine would pick."""
    return tuple(one.key for one in themes if one.score >= SUGGEST_FROM)

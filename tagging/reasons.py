"""Room tagging: which words of a text carried a theme, as they stand there.

By what method: the exact share of the score that each word and pair of words brought, then cue
phrases; where a hint alone carried it, the clause whose vector points furthest to where the theme's
score rises.
"""

from collections.abc import Iterator

from tagging.learned import Part as Words
from tagging.learned import parts
from tagging.machine import rise
from tagging.model import Model
from tagging.sight import Part, Sight
from tagging.themes import ThemeCues
from tagging.vocabulary import Sparse

WHY = 6
SPEAKS = 0.012  # of a score: what brings less is no reason
TELLING = 3.0  # rarity: a word in fewer than an eighth of all texts
ASKED = 0.2  # score from which a clause is looked for where no word speaks
LONGEST = 8  # words of a clause that are shown


class Reasons:
    """Finds what carried a suggestion."""

    def __init__(self, model: Model, sight: Sight, cues: ThemeCues) -> None:
        self._model = model
        self._machine = model.themes
        self._words = model.words
        self._sight = sight
        self._cues = cues
        self._place = {key: at for at, key in enumerate(model.themes.keys)}
        self._telling = [self._tells(name) for name in model.words.names]

    def why(
        self, text: str, part: Part, said: Sparse, keys: dict[str, float]
    ) -> dict[str, tuple[str, ...]]:
        """Gives for each key the words that carried it, strongest first, each place once.

        Args:
            said: the part's words as the machine weighed them.
        """
        columns, weights = said
        brought = weights[:, None] * self._machine.word_weights[columns]
        row = {int(column): at for at, column in enumerate(columns)}
        heavy = [
            (found, row[column])
            for found in parts(part.words)
            if (column := self._words.column(found.name)) in row and self._telling[column]
        ]
        cues = self._cues.read(part.words)
        reasons = {}
        for key in keys:
            at = self._place[key]
            ranked = sorted(((float(brought[r, at]), f) for f, r in heavy), key=lambda o: -o[0])
            strong = [found for share, found in ranked if share >= SPEAKS]
            cued = cues.get(key, (0.0, []))[1]
            phrases = [found for found in cued if found.last - found.first > 1]
            carried = [*phrases, *strong, *cued]
            reasons[key] = _shown(text, part, carried)
        by_hint = [key for key, score in keys.items() if score >= ASKED and not reasons[key]]
        return reasons | self._clauses(text, part, by_hint)

    def _tells(self, name: str) -> bool:
        """Whether one of the words is not in every other text."""
        columns = [self._words.column(word) for word in name.split()]
        return any(at is not None and self._words.rarity[at] >= TELLING for at in columns)

    def _clauses(self, text: str, part: Part, keys: list[str]) -> dict[str, tuple[str, ...]]:
        """The words of the clause that carries each key furthest, or the first words of all."""
        if not keys or not part.words:
            return dict.fromkeys(keys, tuple(text.split()[:1]))
        clauses = part.clauses()
        if not clauses:
            return dict.fromkeys(keys, _from(text, part, 0))
        pull = self._machine.pull[:, [self._place[key] for key in keys]]
        (near,) = self._model.near(self._sight.places([part]))
        ways = rise(near, pull, self._model.centres)
        nearest = (self._sight.places(clauses) @ ways.T).argmax(axis=0)
        starts = [clauses[at].start for at in nearest.tolist()]
        return {
            key: _from(text, part, sum(word.end <= start for word in part.words))
            for key, start in zip(keys, starts, strict=True)
        }


def _from(text: str, part: Part, first: int) -> tuple[str, ...]:
    """A clause's words, from the word at this place."""
    last = min(first + LONGEST, len(part.words))
    first = min(first, last - 1)
    return (text[part.words[first].start : part.words[last - 1].end],)


def _shown(text: str, part: Part, carried: list[Words]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_places(text, part, carried)))[:WHY]


def _places(text: str, part: Part, carried: list[Words]) -> Iterator[str]:
    used: set[int] = set()
    for found in carried:
        places = set(range(found.first, found.last))
        if not places & used:
            used |= places
            yield text[part.words[found.first].start : part.words[found.last - 1].end]

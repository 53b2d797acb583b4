"""Room tagging: gathers texts that say something alike, and names what they say with a stance.

Rationale: a name that takes a stance needs no language model where the matter and the stance are
looked for apart. The matter is the word, or pair of words, that most of the group share and that
is rare elsewhere; the stance is the one whose cues most of them use (data/stances.toml), else how
they feel. Only what at least FEWEST texts share gets into a name, and no name of a person or place
does, so that a name tells nobody's words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.facts import Feeling
from core.new_themes import FEWEST, Find, Member, Stray
from tagging.cues import CueBook, cue, read_data
from tagging.encoder import WIDTH, Encoder
from tagging.feeling import FeelingReader
from tagging.learned import stem
from tagging.machine import Array
from tagging.normalising import Token, tokens
from tagging.personal import PersonalReader

MOST = 3_000  # texts that are compared with each other
ALIKE = 0.6  # of two texts that belong together
SHARED = 0.35  # of a group's texts, to be its matter
BY_WORDS = 0.5  # of likeness, beside that of sense
FEW = 2  # texts of a group that take a stance
READ_WORDS = 300
BY_FEELING = {
    Feeling.POSITIVE: "We want to keep {t}",
    Feeling.NEGATIVE: "{T} should be better",
    Feeling.MIXED: "{T} is good for some and not for others",
    Feeling.NEUTRAL: "We have questions about {t}",
}


@dataclass(frozen=True, slots=True)
class _Text:
    stray: Stray
    words: list[Token]
    told: frozenset[str]  # words and pairs that may go into a name


class Gatherer:
    """Finds groups and names them. It keeps nothing."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        lists = read_data("stances.toml")["stance"]
        self._stances: list[str] = [one["name"] for one in lists]
        self._cues = CueBook(cue(c, one["name"], 1.0) for one in lists for c in one["cues"])
        self._feeling = FeelingReader()
        self._personal = PersonalReader()
        self._plain = frozenset(read_data("english.toml")["everyday"])
        self._said = {word for one in lists for c in one["cues"] for word in c.split()}

    def find(self, strays: Sequence[Stray]) -> list[Find]:
        """Gives what at least FEWEST of these texts say, those of most texts first."""
        newest = sorted(strays, key=lambda one: (one.received_on, one.view_id))[-MOST:]
        texts = [self._look(one) for one in newest]
        if len(texts) < FEWEST:
            return []
        near = self._likeness(texts)
        common = Counter(told for one in texts for told in one.told)
        groups = list(_groups(near))
        found = [self._find([texts[at] for at in rows], common, len(texts)) for rows in groups]
        return [one for one in found if one is not None]

    def _look(self, stray: Stray) -> _Text:
        words = tokens(stray.words)[:READ_WORDS]
        private = self._personal.read(stray.words, words)
        free = [w for w in words if not any(p.start < w.end and w.start < p.end for p in private)]
        telling = [w.plain for w in free if self._tells(w.plain)]
        pairs = [
            f"{a.plain} {b.plain}"
            for a, b in pairwise(free)
            if self._tells(a.plain) and self._tells(b.plain) and b.start - a.end == 1
        ]
        return _Text(stray, words, frozenset((*telling, *pairs)))

    def _tells(self, word: str) -> bool:
        known = word in self._plain or word in self._said or stem(word) in self._said
        return len(word) > 2 and word.isalpha() and not known

    def _likeness(self, texts: Sequence[_Text]) -> Array:
        """Likeness of sense and of rare words, each from 0 to 1."""
        sense = _sense(self._encoder, [one.stray.words for one in texts])
        stems = [{stem(part) for told in one.told for part in told.split()} for one in texts]
        within = Counter(word for one in stems for word in one)
        names = {word: at for at, word in enumerate(w for w in within if within[w] > 1)}
        rare: Array = np.zeros((len(texts), max(1, len(names))), np.float32)
        for row, one in enumerate(stems):
            for word in one & names.keys():
                rare[row, names[word]] = np.log(1 + len(texts) / within[word])
        rare /= np.linalg.norm(rare, axis=1, keepdims=True) + 1e-9
        near: Array = sense @ sense.T
        near += BY_WORDS * (rare @ rare.T)
        return near

    def _find(self, group: Sequence[_Text], common: Counter[str], many: int) -> Find | None:
        matter = self._matter(group, common, many)
        if matter is None:
            return None
        stance = self._stance(group)
        name = stance.replace("{t}", matter).replace("{T}", matter[:1].upper() + matter[1:])
        members = tuple(Member(one.stray.view_id, *_clause(one, matter)) for one in group)
        return Find(name, members)

    def _matter(self, group: Sequence[_Text], common: Counter[str], many: int) -> str | None:
        """The words that most of these share and few others use; pairs before single words."""
        within = Counter(told for one in group for told in one.told)
        least = max(FEWEST, SHARED * len(group))

        def worth(told: str) -> float:
            apart = np.log(1 + many / common[told])
            return float(within[told] * apart * (1.3 if " " in told else 1.0))

        shared = [told for told in within if within[told] >= least]
        return max(shared, key=lambda told: (worth(told), told), default=None)

    def _stance(self, group: Sequence[_Text]) -> str:
        said = Counter[str]()
        for one in group:
            said.update({hit.cue.key for hit in self._cues.find(one.words)})
        best = max(self._stances, key=lambda name: (said[name], -self._stances.index(name)))
        if said[best] >= max(FEW, SHARED * len(group)):
            return best
        felt = Counter(self._feeling.read(one.stray.words, one.words) for one in group)
        return BY_FEELING[felt.most_common(1)[0][0]]


def _sense(encoder: Encoder, texts: Sequence[str]) -> Array:
    """The encoder's own sense of each text, its last layer, less what all of them share."""
    rows = []
    for windows in encoder.read(texts):
        states = [one.states[:, :WIDTH] for one in windows if len(one.states)]
        rows.append(np.concatenate(states).mean(axis=0) if states else np.zeros(WIDTH))
    sense: Array = np.stack(rows).astype(np.float32)
    sense /= np.linalg.norm(sense, axis=1, keepdims=True) + 1e-9
    return sense


def _groups(near: Array) -> Iterator[list[int]]:
    """Groups around the text that most others are near to, one after another, largest first.

    A group's first text is its middle.
    """
    close = near >= ALIKE
    free = np.ones(len(near), bool)
    while True:
        counts = (close & free).sum(axis=1) * free
        middle = int(counts.argmax())
        if counts[middle] < FEWEST:
            return
        rows = np.flatnonzero(close[middle] & free)
        free[rows] = False
        yield sorted(rows.tolist(), key=lambda at: (-float(near[middle, at]), at))


_END = frozenset(".!?;:,\n")
LONGEST = 14  # words of a clause


def _clause(one: _Text, matter: str) -> tuple[int, int]:
    """Where the clause stands in which the matter is named, else the first words."""
    text, first = one.stray.words, matter.split()[0]
    at = next((n for n, word in enumerate(one.words) if word.plain == first), 0)
    start = last = at
    while start > 0 and at - start < LONGEST // 2 and not _ends(text, one.words, start - 1):
        start -= 1
    while last + 1 < len(one.words) and last - start < LONGEST and not _ends(text, one.words, last):
        last += 1
    return (one.words[start].start, one.words[last].end) if one.words else (0, 0)


def _ends(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a clause ends between this word and the next."""
    return bool(_END & set(text[words[at].end : words[at + 1].start]))

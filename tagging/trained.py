"""Room tagging: the trained tagger. MiniLM and words together say themes and worry; cues help.

Rationale: `suggest` never raises. Where the encoder or the model is missing or is not the one we
know, the cue tagger stands in and every suggestion's `method` says so (docs/decisions/0011).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.facts import Feeling, Suggestions, ThemeScore
from core.watchwords import Watchwords
from tagging.areas import Areas
from tagging.encoder import Encoder
from tagging.feeling import FeelingReader
from tagging.language import Language, LanguageReader
from tagging.machine import Array, Seen
from tagging.model import Model
from tagging.normalising import Token, tokens
from tagging.personal import PersonalReader
from tagging.reasons import Reasons
from tagging.sight import Part, Sight, split
from tagging.tagger import READ_CHARACTERS
from tagging.themes import ThemeCues
from tagging.vigilance import Vigilance
from tagging.vocabulary import Sparse

SHOW_FROM = 0.06
WHY_FROM = 0.2  # nobody is offered less, so no words are looked for
BY_WORDS = 0.1  # how much the feeling that words alone give adds
FEW_WORDS, BY_FEW_WORDS = 8, 0.5  # in a short text one glad word is much
FEWEST, SURER = 5, 0.5  # up to so many words, a guess at a theme has to be likelier than not
TOGETHER = 128  # texts that are read at once: of like length together


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    whole: bool
    words: list[Token]
    language: Language


@dataclass(frozen=True, slots=True)
class _Said:
    """What the machines say, one row a part."""

    parts: Sequence[Part]
    words: Sequence[Sparse]
    themes: Array
    worry: Array
    feeling: Array


class TrainedTagger:
    """Themes and worry as learned; feeling, details and language by rule."""

    def __init__(self, encoder: Encoder, model: Model) -> None:
        self._model = model
        self._sight = Sight(encoder, model.basis, model.words, model.pieces)
        cues = ThemeCues()
        self._areas = Areas()
        self._reasons = Reasons(model, self._sight, cues)
        self._language = LanguageReader(cues.vocabulary)
        self._feeling = FeelingReader()
        self._vigilance = Vigilance(model)
        self._personal = PersonalReader()
        self._method = f"minilm-{model.version}"

    @property
    def encoder(self) -> Encoder:
        """What reads the texts."""
        return self._sight.encoder

    @property
    def method(self) -> str:
        """Name and version, as each suggestion carries them."""
        return self._method

    def suggest(self, text: str) -> Suggestions:
        """What the machine suggests about this text; any text gets an answer."""
        return self.suggest_many([text])[0]

    def suggest_many(self, texts: Sequence[str]) -> list[Suggestions]:
        """What it suggests about each of many texts, quicker than one by one."""
        found: list[Suggestions] = []
        for start in range(0, len(texts), TOGETHER):
            found += self._together([self._look(one) for one in texts[start : start + TOGETHER]])
        return found

    def take_rules(self, words: Watchwords) -> None:
        """Go by these words for worry from now on."""
        self._vigilance.take_rules(words)

    def raised(self, texts: Sequence[str]) -> list[float]:
        """Gives how likely it is that each text has to be looked at; for tuning."""
        return [
            self._raised(self._sight.of(split(tokens(text), read)))
            for text, read in zip(texts, self._sight.encoder.read(texts), strict=True)
        ]

    def _raised(self, seen: Seen) -> float:
        near = self._model.near(seen.vectors)
        return self._vigilance.raised(self._vigilance.likely(seen, near))

    def _look(self, text: str) -> _Text:
        read = text[:READ_CHARACTERS]
        words = tokens(read)
        return _Text(read, len(read) == len(text), words, self._language.read(read, words))

    def _together(self, some: Sequence[_Text]) -> list[Suggestions]:
        windows = self._sight.encoder.read([one.text for one in some])
        parts = [split(one.words, read) for one, read in zip(some, windows, strict=True)]
        flat = [part for several in parts for part in several]
        seen = self._sight.of(flat)
        near = self._model.near(seen.vectors)
        likely = self._model.themes.likely(seen, near)
        raised = self._vigilance.likely(seen, near)
        felt = self._model.feeling.likely(seen, near)
        found, at = [], 0
        for one, several in zip(some, parts, strict=True):
            rows = slice(at, at + len(several))
            said = _Said(several, seen.words[rows], likely[rows], raised[rows], felt[rows])
            found.append(self._one(one, said))
            at += len(several)
        return found

    def _one(self, one: _Text, said: _Said) -> Suggestions:
        english = one.language.english
        themes = self._themes(one, said) if english else ()
        cut = self._model.cuts["theme"]
        cut = max(cut, SURER) if len(one.words) <= FEWEST else cut
        signal = self._vigilance.judge(one.words, said.worry, judged=english and one.whole)
        return Suggestions(
            themes=themes,
            suggested=tuple(t.key for t in themes if t.score >= cut),
            feeling=self._felt(one, said.feeling),
            worry=signal.worry,
            signal=signal.signal,
            personal=self._personal.read(one.text, one.words),
            language=one.language.code,
            method=self._method,
        )

    def _felt(self, one: _Text, likely: Array) -> Feeling:
        """What was learned, with what our own words and TextBlob say as one more voice."""
        by_words = self._feeling.read(one.text, one.words)
        if not one.words or not one.language.english:
            return by_words
        scores = dict(zip(self._model.feeling.keys, likely.mean(axis=0).tolist(), strict=True))
        scores[by_words.value] += BY_WORDS if len(one.words) > FEW_WORDS else BY_FEW_WORDS
        return Feeling(max(scores, key=lambda key: scores[key]))

    def _themes(self, one: _Text, said: _Said) -> tuple[ThemeScore, ...]:
        keys = self._model.themes.keys
        scores = dict(zip(keys, said.themes.max(axis=0).tolist(), strict=True))
        where = dict(zip(keys, said.themes.argmax(axis=0).tolist(), strict=True))
        named = self._areas.read(one.text)
        why = {key: words for key, (_, words) in named.items()}
        scores |= {key: max(scores[key], sure) for key, (sure, _) in named.items()}
        for at, (part, weighed) in enumerate(zip(said.parts, said.words, strict=True)):
            here = {key: score for key, score in scores.items() if where[key] == at}
            asked = {k: s for k, s in here.items() if s >= WHY_FROM and k not in why}
            why |= self._reasons.why(one.text, part, weighed, asked) if asked else {}
        found = [
            ThemeScore(key, round(scores[key], 3), why.get(key, ()))
            for key in keys
            if key in why or scores[key] >= SHOW_FROM
        ]
        return tuple(sorted(found, key=lambda score: (-score.score, score.key)))

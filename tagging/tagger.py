"""Room tagging: text in, suggestions out, by words alone. It never raises and it decides nothing.

Rationale: simple, quick and explainable until the trained tagger of issue 3 stands behind the
same port (docs/decisions/0010). Whatever the text, time is bounded by READ_CHARACTERS.
"""

from collections.abc import Sequence
from copy import copy

from core.facts import Suggestions, Worry
from core.watchwords import Watchword, Watchwords
from tagging.feeling import FeelingReader
from tagging.language import LanguageReader
from tagging.normalising import Token, tokens
from tagging.personal import PersonalReader
from tagging.texts import TUNING, read_folder
from tagging.themes import ThemeReader, suggested
from tagging.worry import IN_DOUBT, Signal, WorryReader, shipped_words

METHOD = "cues-and-weights-1"
READ_CHARACTERS = 120_000  # words beyond are not read, so such a text is never without worry
TOO_SHORT = 2  # words: fewer can only be judged if they are known to be harmless


class CueTagger:
    """The first tagger: cue words with weights, TextBlob for feeling, patterns for details."""

    def __init__(self) -> None:
        self._themes = ThemeReader()
        self._language = LanguageReader(self._themes.vocabulary)
        self._feeling = FeelingReader()
        self._worry = WorryReader()
        self._personal = PersonalReader()

    def suggest(self, text: str) -> Suggestions:
        """What the machine suggests about this text; any text gets an answer."""
        read = text[:READ_CHARACTERS]
        words = tokens(read)
        language = self._language.read(read, words)
        signal = self._look(words, english=language.english, whole=len(read) == len(text))
        themes = self._themes.read(read, words) if language.english else ()
        return Suggestions(
            themes=themes,
            suggested=suggested(themes),
            feeling=self._feeling.read(read, words),
            worry=signal.worry,
            signal=signal.signal,
            personal=self._personal.read(read, words),
            language=language.code,
            method=METHOD,
        )

    def take_rules(self, words: Watchwords) -> None:
        """Go by these words for worry from now on."""
        self._worry = self._worry.with_rules(words)

    def tried_with(self, words: Watchwords) -> "CueTagger":
        """Gives another tagger that goes by these words; this one stays as it is."""
        other = copy(self)
        other.take_rules(words)
        return other

    def shipped(self) -> frozenset[Watchword]:
        """Gives the phrases that came with Heard."""
        return shipped_words()

    def proofs(self) -> tuple[tuple[str, str], ...]:
        """Gives the tuning texts with how soon somebody has to look; nothing was taught by them."""
        return tuple((one.text, one.worry) for one in read_folder(TUNING) if one.worry)

    def suggest_many(self, texts: Sequence[str]) -> list[Suggestions]:
        """What it suggests about each of many texts."""
        return [self.suggest(text) for text in texts]

    def _look(self, words: list[Token], *, english: bool, whole: bool) -> Signal:
        signal = self._worry.read(words)
        if signal.worry is not Worry.NONE:
            return signal
        judged = english and whole and (len(words) >= TOO_SHORT or self._worry.harmless(words))
        return signal if judged else IN_DOUBT

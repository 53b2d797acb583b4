"""Room tagging: the trained tagger as it is live now. What officers taught is taken up by itself.

Rationale: `method` is asked before each round of reading, and a look at one small file then costs
nothing. The encoder is read once and shared by every version.
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from core.facts import Suggestions
from core.watchwords import SHIPPED, Watchwords
from tagging.encoder import Encoder
from tagging.gathering import Gatherer
from tagging.school import School
from tagging.trained import TrainedTagger

log = logging.getLogger("heard.tagging")


class LiveTagger:
    """Reads with whichever version the folder says is live.

    Args:
        folder: the versions that officers taught.
    """

    def __init__(self, folder: Path) -> None:
        self._encoder = Encoder()
        self.school = School(folder, encoder=self._encoder)
        self.finder = Gatherer(self._encoder)
        self._words = SHIPPED
        self._name = self.school.live()
        self._tagger = self._load()

    @property
    def method(self) -> str:
        """Name and version, as each suggestion carries them; a new live version is loaded first."""
        name = self.school.live()
        if name != self._name:
            self._name, self._tagger = name, self._load()
            log.info("tagging_version_taken_up")
        return self._tagger.method

    def suggest(self, text: str) -> Suggestions:
        """What the version that is live suggests about this text."""
        return self._tagger.suggest(text)

    def suggest_many(self, texts: Sequence[str]) -> list[Suggestions]:
        """What it suggests about each of many texts."""
        return self._tagger.suggest_many(texts)

    def take_rules(self, words: Watchwords) -> None:
        """Go by these words for worry from now on, whichever version is live."""
        self._words = words
        self._tagger.take_rules(words)

    def _load(self) -> TrainedTagger:
        tagger = TrainedTagger(self._encoder, self.school.live_model())
        tagger.take_rules(self._words)
        return tagger

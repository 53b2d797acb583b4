"""Room tagging: what the machine suggests about words. Text in, suggestions out; people decide.

The only room that knows TextBlob and the language detector. It keeps nothing and sends nothing.
"""

import logging
from pathlib import Path

from tagging.encoder import Encoder, NoEncoder
from tagging.lines import ManyTagger
from tagging.live import LiveTagger
from tagging.model import NoModel, load
from tagging.tagger import CueTagger
from tagging.trained import TrainedTagger

__all__ = ["default_tagger", "live_tagger", "quick_tagger", "trained_tagger"]
log = logging.getLogger("heard.tagging")


def default_tagger() -> ManyTagger:
    """Gives the tagger that Heard uses. Make it once: its data is read and indexed here.

    Where the encoder or the model cannot be used, the cue tagger stands in, and the method of
    each suggestion says so.
    """
    try:
        return trained_tagger()
    except (NoEncoder, NoModel) as reason:
        log.warning("tagging_by_cues_alone: %s", reason)
        return CueTagger()


def trained_tagger() -> TrainedTagger:
    """Gives the trained tagger as it was shipped.

    Raises:
        NoEncoder, NoModel: its files are not here, or are not the ones we know.
    """
    return TrainedTagger(Encoder(), load())


def live_tagger(learned: Path) -> LiveTagger:
    """Gives the trained tagger for the clock, which says so where there is none.

    Args:
        learned: the folder of versions that officers taught; the live one answers.

    Raises:
        NoEncoder, NoModel: its files are not here, or are not the ones we know.
    """
    return LiveTagger(learned)


def quick_tagger() -> CueTagger:
    """Gives the cue tagger alone, half a millisecond a text: for the doors, while people wait.

    Rationale: the trained one takes 20 to 50 ms of a core a text. In a burst that would make people
    wait at Send, so the clock reads with it behind the doors, within 30 s (decision 11).
    """
    return CueTagger()

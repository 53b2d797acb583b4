"""Room tagging: what the machine suggests about words. Text in, suggestions out; people decide.

The only room that knows TextBlob and the language detector. It keeps nothing and sends nothing.
"""

from core.ports import Tagger
from tagging.tagger import CueTagger

__all__ = ["default_tagger"]


def default_tagger() -> Tagger:
    """Gives the tagger that Heard uses. Make it once: its data is read and indexed here."""
    return CueTagger()

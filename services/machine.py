"""Asks the machine, which may fail, and orders the worries that it sees."""

import logging

from core.facts import Suggestions, Worry
from core.ports import Tagger

log = logging.getLogger("heard.machine")
ORDER = (Worry.NONE, Worry.UNREAD, Worry.CONCERN, Worry.URGENT)


def suggest_safely(tagger: Tagger, words: str) -> Suggestions:
    """The machine's suggestions; where it fails, none, and a worry that says nobody has looked.

    Rationale: the words matter more than the machine, so any failure of it is caught here.
    """
    try:
        return tagger.suggest(words)
    except Exception as error:  # noqa: BLE001 - the third guard that design allows
        log.warning("tagger_failed", extra={"kind": type(error).__name__})
        return Suggestions()


def worse(one: Worry, other: Worry) -> Worry:
    """The one of two worries that needs somebody sooner."""
    return max(one, other, key=ORDER.index)

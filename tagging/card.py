"""Room tagging: what the shipped machine says of itself, without loading it."""

import json

from core.governing import MachineCard
from tagging.model import ABOUT, MODELS


def shipped_card() -> MachineCard:
    """Gives the version, the figures and the cuts of the machine that Heard comes with."""
    try:
        told = json.loads((MODELS / ABOUT).read_text(encoding="utf-8"))
    except OSError:
        return MachineCard("not installed: cue words alone")
    return MachineCard(told["version"], told["figures"], told["cuts"])

"""Linking a person in Slack with an officer's account: the code, and what can go wrong."""

import re

from core.brakes import Brake
from core.errors import HeardError

FIGURES, MINUTES = 9, 10
# One in a billion, for ten minutes, and at most twenty wrong ones by everybody together.
TRIED = Brake("link", 20)


class NotLinked(HeardError):
    """Whoever asks is no officer that we know in Slack."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "Only officers can ask for this. If you are one, sign in at the desk, press your post "
            "at the top, and link your Slack."
        )


class WrongLinkCode(HeardError):
    """The code was used, is over, or was never given."""

    status = 404

    def __init__(self) -> None:
        super().__init__(
            "That code does not fit. It works once and for ten minutes: ask for a new one at the "
            "desk."
        )


def tidy(typed: str) -> str:
    """The figures of a code, however they are parted."""
    return "".join(re.findall(r"[0-9]", typed[:40]))


def in_threes(code: str) -> str:
    """The code as people read it out."""
    return " ".join(code[at : at + 3] for at in range(0, len(code), 3))

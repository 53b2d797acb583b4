"""The shapes that rooms hand to each other, so that no room needs to know another."""

from typing import Protocol

from core.facts import Notice, Suggestions


class Tagger(Protocol):
    """Text in, suggestions out. May fail; intake keeps the words all the same."""

    def suggest(self, text: str) -> Suggestions:
        """What the machine suggests about this text."""
        ...


class Reader(Tagger, Protocol):
    """A tagger that reads behind the doors, and whose name is known before it reads."""

    @property
    def method(self) -> str:
        """Name and version, as its suggestions carry them."""
        ...


class Sender(Protocol):
    """Sends one notice outward, or raises CouldNotSend."""

    @property
    def name(self) -> str:
        """What it sends by, such as "mail"."""
        ...

    def send(self, notice: Notice) -> None:
        """Send it, or raise CouldNotSend."""
        ...


class CouldNotSend(Exception):
    """A notice did not go out.

    Args:
        retry_after: seconds that the other side asked us to wait, or None.
    """

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after

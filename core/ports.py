"""The shapes that rooms hand to each other, so that no room needs to know another."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from core.facts import Notice, Suggestions
from core.watchwords import Watchword, Watchwords


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


@runtime_checkable
class Ruled(Protocol):
    """A tagger whose words for worry a council may change."""

    def take_rules(self, words: Watchwords) -> None:
        """Read by these from now on; the same again costs nothing."""
        ...


@runtime_checkable
class Tryable(Ruled, Protocol):
    """A tagger that can be tried with other words before they count."""

    def tried_with(self, words: Watchwords) -> Tagger:
        """Another tagger that reads by these; this one stays as it is."""
        ...

    def shipped(self) -> frozenset[Watchword]:
        """The phrases that came with Heard."""
        ...

    def proofs(self) -> Sequence[tuple[str, str]]:
        """Texts to try on, each with how soon somebody has to look: urgent, concern or none."""
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

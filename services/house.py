"""What every verb needs: the books, the tagger, the rules and the time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from core.council import Council, Rules
from core.ports import Tagger
from core.themes import ThemeList
from services.shelf import Shelf
from storage.store import Store

SAFEGUARDING = "safeguarding"
PARTICIPATION = "participation"
WRITER = "writer"


def _nobody() -> None:
    """Wake nobody: the clock's own schedule sweeps what is due."""


def utc_now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """Handed to every verb by the door that was wired in its main.

    Args:
        now: the current moment, with its time zone.
        wake: called after a commit that put something in the outbox.
        channels: audience to the channels it is told by, one outbox row each, for example
            {"safeguarding": ("safeguarding/slack", "safeguarding/mail")}.
        desk_url: where officers sign in; the only link that a notice carries.
        shelf: what officers edit, as it stands; a copy of the house shares it.
    """

    store: Store
    tagger: Tagger
    council: Council
    rules: Rules = field(default_factory=Rules)
    now: Callable[[], datetime] = utc_now
    wake: Callable[[], None] = _nobody
    channels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    desk_url: str = ""
    shelf: Shelf = field(default_factory=Shelf, repr=False, compare=False)

    def themes(self) -> ThemeList:
        """The themes as officers keep them, at most a second old in every process."""
        return self.shelf.kept(self.store).themes


def naive_utc(moment: datetime) -> datetime:
    """A moment as the books keep it."""
    return moment.astimezone(UTC).replace(tzinfo=None)

"""What every verb needs: the books, the tagger, the rules and the time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar, cast, overload

from core.council import Council, Rules
from core.ports import Tagger
from core.retention import Retention
from core.settled import Settled, settle
from core.themes import ThemeList
from core.working_time import Hours
from services.shelf import Kept, Shelf
from storage.store import Store

SAFEGUARDING = "safeguarding"
PARTICIPATION = "participation"
WRITER = "writer"
OFFICER = "officer"  # one officer in Slack, by their account
TEAM = "team"  # the channel of a team in Slack, by the id that stands in the outbox
PERSON = "person"  # one officer, by the address that stands in the outbox
T = TypeVar("T")


def _nobody() -> None:
    """Wake nobody: the clock's own schedule sweeps what is due."""


def utc_now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class _Edited(Generic[T]):
    """A field of the house that officers edit: given once, and read as the books have it now."""

    def __init__(self, usual: T | None = None) -> None:
        self._usual: T | None = usual

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, house: None, _: type) -> T: ...
    @overload
    def __get__(self, house: "House", _: type) -> T: ...
    def __get__(self, house: "House | None", _: type) -> T:
        if house is not None:
            return cast(T, getattr(house.settled(), self._name))
        if self._usual is None:
            raise AttributeError(self._name)  # a field that must be given
        return self._usual

    def __set__(self, house: "House", given: T) -> None:
        house.__dict__[f"given_{self._name}"] = given


@dataclass(frozen=True)
class House:
    """Handed to every verb by the door that was wired in its main.

    Args:
        council, rules: as the council's file says; as officers have edited them when they are read.
        now: the current moment, with its time zone.
        wake: called after a commit that put something in the outbox.
        channels: audience to the channels it is told by, one outbox row each, for example
            {"safeguarding": ("safeguarding/slack", "safeguarding/mail")}.
        desk_url: where officers sign in; the only link that a notice carries.
        addresses: whom letters to the safeguarding audience go to, in small letters.
        shelf: what officers edit, as it stands; a copy of the house shares it.
    """

    store: Store
    tagger: Tagger
    council: _Edited[Council] = _Edited[Council]()  # noqa: RUF009 - a descriptor, no default
    rules: _Edited[Rules] = _Edited(Rules())
    now: Callable[[], datetime] = utc_now
    wake: Callable[[], None] = _nobody
    channels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    desk_url: str = ""
    addresses: frozenset[str] = frozenset()
    shelf: Shelf = field(default_factory=Shelf, repr=False, compare=False)

    def themes(self) -> ThemeList:
        """The themes as officers keep them, at most a second old in every process."""
        return self.shelf.kept(self.store).themes

    def retention(self) -> Retention:
        """How long each kind of thing is kept."""
        return self.settled().retention

    def given(self) -> Settled:
        """What the council's file says."""
        told: dict[str, Any] = self.__dict__
        return Settled(told["given_council"], told["given_rules"], Retention())

    def settled(self) -> Settled:
        """Council, rules and retention as officers keep them, at most a second old."""
        kept = self.shelf.kept(self.store)
        known: tuple[Kept, Settled] | None = self.__dict__.get("known")
        if known is None or known[0] is not kept:
            given = self.given()
            known = kept, settle(given.council, given.rules, kept.rows)
            self.__dict__["known"] = known
        return known[1]


def naive_utc(moment: datetime) -> datetime:
    """A moment as the books keep it."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def office_hours(house: House) -> Hours:
    """When somebody is at work here."""
    return Hours(house.council.opens, house.council.closes)

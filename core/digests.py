"""The digest: what was said in any days, beside the days before, and who was not heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from core.counting import Slice
from core.facts import AgeBand
from core.releases import KnownTotal
from core.summaries import Count, Period, Summary

SURE = 1.96
ENOUGH_HEARD = 3  # one in three: below it Members rightly ask whether it can speak for all


class Side(StrEnum):
    """Which side sees a theme."""

    BOTH = "both"
    YOUNG = "young"
    PRACTITIONERS = "practitioners"
    OPEN = "open"
    NEITHER = "neither"


class Change(StrEnum):
    """What can be said of a number beside the one before it."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "same"
    CHANCE = "chance"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pair:
    """A number now and in the days before, with how many wrote in all."""

    now: Count
    before: Count
    all_now: Count
    all_before: Count

    @property
    def change(self) -> Change:
        """What may be said of the difference.

        Rationale: five after nine is most often chance. Only a difference that chance alone would
        bring less than once in twenty is called one, after allowing for how many wrote in all.
        """
        now, before = self.now.number, self.before.number
        if now is None or before is None:
            return Change.UNKNOWN
        if now == before:
            return Change.SAME
        share = self._share()
        spread = ((now + before) * share * (1 - share)) ** 0.5
        off = now - (now + before) * share
        if spread == 0 or abs(off) / spread < SURE:
            return Change.CHANCE
        return Change.MORE if off > 0 else Change.FEWER

    def _share(self) -> float:
        """The share of both that would fall into now, were nothing different."""
        now, before = self.all_now.number, self.all_before.number
        return now / (now + before) if now and before else 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of the silence map: how many of a group we heard, of how many there are.

    Args:
        heard: None where Heard does not ask who belongs to this group.
    """

    total: KnownTotal
    heard: Count | None

    @property
    def share(self) -> int | None:
        """Out of a hundred, to the nearest five; None where either number is not shown.

        Rationale: an exact share would give a hidden count back.
        """
        if self.heard is None or self.heard.number is None or not self.total.number:
            return None
        return min(100, 5 * round(20 * self.heard.number / self.total.number))

    @property
    def quiet(self) -> bool:
        """Whether this group should be asked next."""
        if self.heard is None or self.heard.number is None:
            return True
        return self.heard.number * ENOUGH_HEARD < self.total.number


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that the digest's page shows.

    Args:
        faces: theme to face to count; young people's own choice.
        doors: voice to door to count.
        messages: how many messages all those people sent, or None where not counted.
    """

    summary: Summary
    slice: Slice
    before: Period
    changes: Mapping[str, tuple[Pair, Pair]]
    sides: Mapping[str, Side]
    bands: Mapping[str, Count]
    doors: Mapping[str, Mapping[str, Count]]
    silence: tuple[Heard, ...]
    faces: Mapping[str, Mapping[str, Count]] = field(default_factory=dict)
    messages: Count | None = None


def side_of(young: Count, practitioners: Count) -> Side:
    """Which side sees a theme; it says nothing that the two counts do not."""
    ours, theirs = young.number, practitioners.number
    if ours and theirs:
        return Side.BOTH
    if ours is None or theirs is None:
        return Side.OPEN
    if ours or theirs:
        return Side.YOUNG if ours else Side.PRACTITIONERS
    return Side.NEITHER


def days_before(period: Period) -> Period:
    """As many days before; where they are whole months, as many months."""
    start, end = period.start, period.end
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        months = 12 * (end.year - start.year) + end.month - start.month + 1
        earlier = 12 * start.year + start.month - 1 - months
        return Period(date(earlier // 12, earlier % 12 + 1, 1), start - timedelta(days=1))
    return Period(start - (end - start) - timedelta(days=1), start - timedelta(days=1))


def silence(totals: tuple[KnownTotal, ...], bands: Mapping[str, Count]) -> tuple[Heard, ...]:
    """Each group whose total is known, with how many of it were heard; the quiet ones first."""
    known = {str(band) for band in AgeBand}
    lines = [
        Heard(total, bands.get(total.group, Count(0)) if total.group in known else None)
        for total in totals
    ]
    return tuple(sorted(lines, key=lambda line: (not line.quiet, line.total.name)))

"""How far people agreed with the machine's themes. Facts and arithmetic; nothing here is a score.

Rationale: precision and recall are shares of a count, so each carries both its numbers, and a
figure over a handful of views is chance and might point at a child: it is not given at all.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from core.dates import month_written
from core.summaries import Count, Period
from core.suppression import shown
from core.themes import ThemeList

# Month, what was counted, theme. Under ALL stand views; under a theme's key, views that carry it.
Cell = tuple[str, str, str]
RECEIVED, REVIEWED, UNREAD = "received", "reviewed", "unread"
PICKED, AGREED, BOTH = "picked", "agreed", "both"
ALL = "*"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both told. The whole is never nothing."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """To the nearest whole percent."""
        return round(100 * self.part / self.whole)


@dataclass(frozen=True, slots=True)
class Line:
    """One theme or one month; None stands where there are too few views to say.

    Args:
        right: of what the machine suggested, what people agreed (precision).
        found: of what people agreed, what the machine had suggested (recall).
        reviewed: of the views received, those whose themes a person agreed; None for a theme.
    """

    name: str
    right: Share | None
    found: Share | None
    reviewed: Share | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The machine against the people, for a period.

    Args:
        whole: all themes and months together.
        themes: a line a theme, or None for an officer who may not see counts by theme.
        unread: reviewed views that the machine could not read, left out of `right` and `found`.
        threshold: a figure over fewer views than this is not given.
    """

    period: Period
    whole: Line
    themes: tuple[Line, ...]
    months: tuple[Line, ...]
    unread: Count
    threshold: int


def agreement_of(
    period: Period, counted: Counter[Cell], threshold: int, listed: ThemeList
) -> Agreement:
    """The figures of a period, from what was counted in it."""
    sums = _Sums(counted, threshold, listed)
    keys = (*listed.by_key, *_strangers(counted, listed))
    months = tuple(sums.line(month_written(day), f"{day:%Y-%m}") for day in _months(period))
    return Agreement(
        period=period,
        whole=sums.line("All months"),
        themes=tuple(sums.theme(key) for key in keys),
        months=months,
        unread=shown(sums.of(UNREAD, ALL), threshold),
        threshold=threshold,
    )


@dataclass(frozen=True, slots=True)
class _Sums:
    counted: Counter[Cell]
    threshold: int
    listed: ThemeList

    def of(self, what: str, theme: str | None = None, month: str | None = None) -> int:
        """How many; without a theme, every pair of a view and a theme of its own."""
        return sum(
            n
            for (in_month, kind, key), n in self.counted.items()
            if kind == what
            and (key != ALL if theme is None else key == theme)
            and month in (None, in_month)
        )

    def line(self, name: str, month: str | None = None) -> Line:
        """The figures of one month, or of all."""
        received, reviewed = (self.of(what, ALL, month) for what in (RECEIVED, REVIEWED))
        return Line(
            name,
            right=self._share(PICKED, None, month),
            found=self._share(AGREED, None, month),
            reviewed=Share(reviewed, received) if received >= self.threshold else None,
        )

    def theme(self, key: str) -> Line:
        """The figures of one theme."""
        return Line(_name(key, self.listed), self._share(PICKED, key), self._share(AGREED, key))

    def _share(self, whole: str, theme: str | None, month: str | None = None) -> Share | None:
        """What both said, of what one of them said; None where that stands on too few views."""
        if self.of(whole, theme or ALL, month) < self.threshold:
            return None
        return Share(self.of(BOTH, theme, month), self.of(whole, theme, month))


def _strangers(counted: Counter[Cell], listed: ThemeList) -> list[str]:
    """Keys in the books that are on no list today: their counts are told, not lost."""
    return sorted({key for _, _, key in counted} - listed.by_key.keys() - {ALL})


def _name(key: str, listed: ThemeList) -> str:
    name = listed.name_of(key)
    return name if key in listed.by_key else f"{name} (not on the list now)"


def _months(period: Period) -> list[date]:
    """The first day of each month that the period touches."""
    found, day = [], period.start.replace(day=1)
    while day <= period.end:
        found.append(day)
        day = (day + timedelta(days=31)).replace(day=1)
    return found

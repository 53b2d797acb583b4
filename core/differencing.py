"""The guard against differences: a new release joined with every earlier one that it meets.

A quarter and the year round it are two tables for those who print them, and one table for whoever
subtracts. So they are protected as one table.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.dates import written
from core.disclosure import Sum, Table, is_small, protect
from core.errors import HeardError
from core.intervals import Key
from core.releases import Release, is_unsaid
from core.summaries import Count, Period

Look = Callable[[Period], Mapping[str, int]]
DAY = timedelta(days=1)


class Overlaps(HeardError):
    """An earlier release speaks of some of the same days."""

    status = 409

    def __init__(self, known: Period) -> None:
        days = f"{written(known.start)} to {written(known.end)}"
        super().__init__(
            f"Numbers for {days} were published. Choose those days, days that do not overlap them, "
            "or days that hold all of them: the difference could point at one person."
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A release that is asked for.

    Args:
        look: the true numbers of any days, the same keys for all of them.
        sums: which numbers of one release add up to which.
    """

    period: Period
    look: Look
    sums: Sequence[Sum]


def guarded(asked: Asked, earlier: Iterable[Release], threshold: int) -> dict[str, Count]:
    """What may be printed of a new release, whatever was published before.

    Raises:
        Overlaps: some days are the same as those of an earlier one and some are not.
        CannotProtect: no printing of it would be safe.
    """
    met = tuple(_met(asked.period, earlier))
    table = _joined(asked, met)
    hide: set[str] = set()
    while True:
        shown = protect(table, threshold, hide)
        printed = {str(key): count for key, count in shown.items()}
        told = set(_told_by_difference(asked.period, printed, met, threshold))
        if not told:
            return printed
        hide |= told


def _met(period: Period, earlier: Iterable[Release]) -> Iterator[Release]:
    for known in earlier:
        theirs = known.period
        if theirs.end < period.start or period.end < theirs.start:
            continue
        if not (_within(theirs, period) or _within(period, theirs)):
            raise Overlaps(theirs)
        yield known


def _within(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _joined(asked: Asked, met: Sequence[Release]) -> Table:
    """One table of the new numbers, the earlier ones, and the spans of days that part them."""
    own = asked.look(asked.period)
    cells: dict[Key, int] = dict(own.items())
    unsaid: set[Key] = {key for key in own if is_unsaid(key)}
    told: set[Key] = set()
    sums = list(asked.sums)
    if met:
        spans = _spans([asked.period, *(one.period for one in met)])
        for span in spans:
            _lay_out(span, asked, cells, unsaid, sums)
        sums += _tied(asked.period, spans, {key: key for key in own})
        for known in met:
            _remember(known, asked, cells, unsaid, told)
            sums += _tied(known.period, spans, {key: (known.id, key) for key in own})
    return Table(cells, tuple(sums), frozenset(unsaid), frozenset(told))


def _lay_out(
    span: Period, asked: Asked, cells: dict[Key, int], unsaid: set[Key], sums: list[Sum]
) -> None:
    """Every number of a span of days, none of them said, and how they add up."""
    found: dict[Key, int] = {(span, key): n for key, n in asked.look(span).items()}
    cells |= found
    unsaid.update(found)
    sums += [Sum((span, s.whole), tuple((span, part) for part in s.parts)) for s in asked.sums]


def _tied(period: Period, spans: Sequence[Period], names: Mapping[str, Key]) -> Iterator[Sum]:
    """A release's own number is the sum of its spans."""
    inside = [span for span in spans if _within(span, period)]
    for key, name in names.items():
        yield Sum(name, tuple((span, key) for span in inside))


def _remember(
    known: Release, asked: Asked, cells: dict[Key, int], unsaid: set[Key], told: set[Key]
) -> None:
    """What was printed then is told; what was hidden then stays unsaid.

    Rationale: the numbers are those that the books hold now for those days. Somebody who subtracts
    has the printed ones, which may be older; `_told_by_difference` looks at those.
    """
    for key, number in asked.look(known.period).items():
        cells[known.id, key] = number
        count = known.counts.get(key)
        said = count is not None and count.number is not None
        (told if said else unsaid).add((known.id, key))


def _spans(periods: Sequence[Period]) -> list[Period]:
    """The days of all these periods, cut wherever one of them begins or ends."""
    cuts = sorted({p.start for p in periods} | {p.end + DAY for p in periods})
    spans = [Period(a, b - DAY) for a, b in itertools.pairwise(cuts)]
    return [span for span in spans if any(_within(span, period) for period in periods)]


def _told_by_difference(
    period: Period, printed: Mapping[str, Count], met: Sequence[Release], threshold: int
) -> Iterator[str]:
    """Keys whose printed number and an earlier printed one differ by fewer than the threshold."""
    for key, count in printed.items():
        for known in (*met, *_added_up(period, key, met)):
            before = known.counts.get(key, Count(None)).number
            if count.number is None or before is None:
                continue
            if is_small(abs(count.number - before), threshold):
                yield key


def _added_up(period: Period, key: str, met: Sequence[Release]) -> Iterator[Release]:
    """Earlier releases that lie side by side within the new days, read as one."""
    total, after, many = 0, date.min, 0
    for one in sorted(met, key=lambda one: (one.period.start, one.period.end)):
        number = one.counts.get(key, Count(None)).number
        if number is None or not _within(one.period, period) or one.period.start <= after:
            continue
        total, after, many = total + number, one.period.end, many + 1
    if many > 1:
        yield replace(met[0], counts={key: Count(total)})

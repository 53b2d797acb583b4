"""Counts agreed themes for a period, hides small numbers and picks permitted quotes."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from core.counting import EVERYTHING, RECEIVED, REVIEWED, Slice, faces_in, held
from core.digests import Digest, Pair, days_before, side_of, silence
from core.disclosure import Table, protect
from core.duties import KEEPS_TOTALS, SEES_SUMMARY, must_hold
from core.facts import Officer, Statement, Voice
from core.releases import (
    BANDS,
    FACES,
    KnownTotal,
    cells_of,
    is_unsaid,
    of_theme,
    received,
    sums_of,
)
from core.summaries import Count, Period, Quote, Summary, ThemeLine
from core.themes import Theme
from services import sight
from services.house import House
from services.quoting import quotes_of
from storage.store import Books

Counts = Mapping[str, Count]
YOUNG, WORKING = Voice.YOUNG_PERSON, Voice.PRACTITIONER


def summarise(house: House, officer: Officer, period: Period) -> Summary:
    """The summary of a period, live. A view counts where people agreed its themes."""
    return look(house, officer, period, EVERYTHING).summary


def look(house: House, officer: Officer, period: Period, slice_: Slice) -> Digest:
    """The live digest, for officers who may read the words.

    What is kept from somebody who reads here is counted for nobody (services/sight.py).
    """
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        hidden = sight.counted_nowhere(books)
        counts = _live(house, books, period, slice_, hidden)
        before = days_before(period)
        earlier = _live(house, books, before, slice_, hidden)
        quoted = quotes_of(books, period, counts, slice_, hidden)
        said = books.statements.all()
        summary = summary_from(house, period, counts, quoted, said, slice_)
        bands = {band: counts[f"{YOUNG}/band/{band}"] for band in BANDS}
        return Digest(
            summary=summary,
            slice=slice_,
            before=before,
            changes={line.key: _pairs(line.key, counts, earlier) for line in summary.themes},
            sides={x.key: side_of(x.young_people, x.practitioners) for x in summary.themes},
            bands=bands,
            doors={v: _doors(v, counts) for v in Voice},
            silence=silence(books.releases.totals(), bands),
            faces=_faces(counts, summary),
            messages=_messages(books, period, slice_, counts, hidden),
        )


def _live(
    house: House, books: Books, period: Period, slice_: Slice, hidden: frozenset[str]
) -> dict[str, Count]:
    """The slice's numbers as they are now, protected as one table."""
    sorts = books.rollup.between(period.start, period.end)
    sorts.subtract(books.rollup.of_views(hidden, period.start, period.end))
    keys = slice_.themes or tuple(house.themes().known)
    everybody = slice_.door is None and slice_.band is None
    faces = (
        faces_in(held(sorts, slice_), YOUNG)
        if everybody
        else books.themes.faces(period.start, period.end, slice_, hidden)
    )
    cells = cells_of(held(sorts, slice_), faces, keys)
    unsaid = frozenset(key for key in cells if is_unsaid(key))
    shown = protect(Table(cells, tuple(sums_of(keys)), unsaid), house.rules.threshold)
    return {str(key): count for key, count in shown.items()}


def summary_from(
    house: House,
    period: Period,
    counts: Counts,
    quoted: Mapping[str, Sequence[Quote]] = MappingProxyType({}),
    said: tuple[Statement, ...] = (),
    slice_: Slice = EVERYTHING,
) -> Summary:
    """A summary of numbers that may be shown, with the words that may be quoted, if any."""
    told = [theme for theme in house.themes().every if _is_told(theme, counts, slice_)]
    lines = tuple(_line(theme, counts, quoted, said) for theme in told)
    return Summary(
        period=period,
        themes=lines,
        young_people=counts[received(YOUNG)],
        practitioners=counts[received(WORKING)],
        reviewed_percent=_reviewed(counts),
        only_count=_both(counts, "only_count"),
        threshold=house.rules.threshold,
    )


def _line(
    theme: Theme,
    counts: Counts,
    quoted: Mapping[str, Sequence[Quote]],
    said: tuple[Statement, ...],
) -> ThemeLine:
    return ThemeLine(
        key=theme.key,
        name=theme.name,
        plain=theme.plain,
        csi=theme.csi,
        stance=theme.stance,
        young_people=counts.get(of_theme(YOUNG, theme.key), Count(0)),
        practitioners=counts.get(of_theme(WORKING, theme.key), Count(0)),
        quotes=tuple(quoted.get(theme.key, ())),
        statements=tuple(one for one in said if theme.key in one.themes),
    )


def _is_told(theme: Theme, counts: Counts, slice_: Slice) -> bool:
    """Whether a theme has a line: the live ones, and a retired one that somebody spoke of."""
    if slice_.themes:
        return theme.key in slice_.themes
    spoken = any(counts.get(of_theme(v, theme.key), Count(0)) != Count(0) for v in Voice)
    return theme.live or spoken


def _both(counts: Counts, basis: str) -> Count:
    """Both voices together; where one is hidden, so is the sum."""
    numbers = [counts[f"{voice}/{basis}"].number for voice in Voice]
    if any(number is None for number in numbers):
        small = [counts[f"{voice}/{basis}"].under for voice in Voice]
        others = sum(number or 0 for number in numbers)
        return Count(None, under=next(filter(None, small), None) if not others else None)
    return Count(sum(number or 0 for number in numbers))


def _reviewed(counts: Counts) -> int | None:
    """Share of views that a person grouped, in whole percent; None where a part is hidden."""
    part, whole = _both(counts, REVIEWED).number, _both(counts, RECEIVED).number
    return None if part is None or not whole else round(100 * part / whole)


def _pairs(key: str, now: Counts, before: Counts) -> tuple[Pair, Pair]:
    def pair(voice: Voice) -> Pair:
        mine, all_ = of_theme(voice, key), received(voice)
        nothing = Count(0)
        return Pair(now.get(mine, nothing), before.get(mine, nothing), now[all_], before[all_])

    return pair(YOUNG), pair(WORKING)


def _doors(voice: Voice, counts: Counts) -> dict[str, Count]:
    start = f"{voice}/door/"
    return {key.removeprefix(start): n for key, n in counts.items() if key.startswith(start)}


def _faces(counts: Counts, summary: Summary) -> dict[str, dict[str, Count]]:
    """Faces by theme, where the theme's own number may be shown."""
    return {
        line.key: {face: counts[f"{YOUNG}/face/{line.key}/{face}"] for face in FACES}
        for line in summary.themes
        if line.young_people.number
    }


def _messages(
    books: Books, period: Period, slice_: Slice, counts: Counts, hidden: frozenset[str]
) -> Count | None:
    """How many messages came from all those people; only of everybody, and where they are shown."""
    people = _both(counts, RECEIVED).number
    if slice_ != EVERYTHING or people is None:
        return None
    return Count(people + books.threads.further(period.start, period.end, hidden))


def keep_total(house: House, officer: Officer, total: KnownTotal) -> None:
    """Keep how many young people there are in a group, for the silence map."""
    must_hold(officer, KEEPS_TOTALS)
    now = house.now()
    with house.store.transaction() as books:
        books.releases.keep_total(total, officer.id)
        books.audit.append(now.isoformat(), officer.id, "total kept", total.group)


def forget_total(house: House, officer: Officer, group: str) -> None:
    """Take a group off the silence map."""
    must_hold(officer, KEEPS_TOTALS)
    now = house.now()
    with house.store.transaction() as books:
        books.releases.forget_total(group)
        books.audit.append(now.isoformat(), officer.id, "total forgotten", group)


def totals(house: House, officer: Officer) -> tuple[KnownTotal, ...]:
    """The totals that officers know."""
    must_hold(officer, KEEPS_TOTALS)
    with house.store.reading() as books:
        return books.releases.totals()

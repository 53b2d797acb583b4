"""Invented councils: few people, most themes rare; and every release that Heard lets out."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from core.counting import Sort
from core.differencing import Asked, Overlaps, guarded
from core.disclosure import CannotProtect
from core.facts import AgeBand, Door, Face, Voice
from core.releases import Release, cells_of, sums_of
from core.summaries import Period
from core.themes import BY_KEY

KEYS = tuple(BY_KEY)[:8]
LIMIT, COUNCILS = 5, 15
FIRST = date(2026, 1, 1)
MONTHS = [date(2026, month, 1) for month in range(1, 13)] + [date(2027, 1, 1)]


def _span(start: int, months: int) -> Period:
    return Period(MONTHS[start], MONTHS[start + months] - timedelta(days=1))


PERIODS = (_span(0, 3), _span(3, 3), _span(0, 6), _span(6, 1), _span(6, 3), _span(0, 12))


@dataclass(frozen=True, slots=True)
class Told:
    """One view of an invented council."""

    on: date
    voice: Voice
    door: Door
    band: str
    themes: tuple[str, ...]
    face: str
    only: bool
    corrected: bool


def council(chance: random.Random) -> list[Told]:
    """A council's year: few people, most themes rare, as it is."""
    found = []
    weights = [chance.random() ** 3 + 0.02 for _ in KEYS]
    for _ in range(chance.randrange(40, 400)):
        young = chance.random() < 0.7
        found.append(
            Told(
                FIRST + timedelta(days=chance.randrange(365)),
                Voice.YOUNG_PERSON if young else Voice.PRACTITIONER,
                chance.choice(list(Door)),
                chance.choice([*AgeBand, "-"]) if young else "-",
                tuple({chance.choices(KEYS, weights)[0] for _ in range(chance.choice([1, 1, 2]))}),
                chance.choice([*Face, "-"]) if young else "-",
                chance.random() < 0.3,
                chance.random() < 0.1,
            )
        )
    return found


def looked(views: list[Told], period: Period) -> dict[str, int]:
    """The true numbers of some days, under the keys of a release."""
    sorts: Counter[Sort] = Counter()
    faces: Counter[tuple[str, str]] = Counter()
    corrected: Counter[str] = Counter()
    for one in views:
        if not period.start <= one.on <= period.end:
            continue
        place = (str(one.voice), str(one.door), str(one.band))
        sorts[Sort(*place, "received", "*")] += 1
        sorts[Sort(*place, "reviewed", "*")] += 1
        sorts[Sort(*place, "only_count", "*")] += int(one.only)
        corrected[one.voice] += int(one.corrected)
        for theme in one.themes:
            sorts[Sort(*place, "agreed", theme)] += 1
            if one.voice is Voice.YOUNG_PERSON:
                faces[theme, str(one.face)] += 1
    return cells_of(sorts, faces, KEYS, corrected)


def published(views: list[Told]) -> tuple[list[Release], int]:
    """Every release that Heard lets out, one after the other; and how many it refused."""
    out: list[Release] = []
    refused = 0
    for number, period in enumerate(PERIODS):
        try:
            asked = Asked(period, lambda days: looked(views, days), sums_of(KEYS))
            counts = guarded(asked, out, LIMIT)
        except (CannotProtect, Overlaps):
            refused += 1
        else:
            out.append(Release(str(number), period, counts, "", FIRST))
    return out, refused

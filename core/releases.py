"""A release: the numbers of a period, protected once and then frozen.

Whoever may not read the words sees releases alone. Each key names what is counted, such as
`young_person/theme/money`; the same key means the same thing in every release.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from core.counting import (
    AGREED,
    NO_BAND,
    ONLY_COUNT,
    RECEIVED,
    REVIEWED,
    Sort,
    by,
    how_many,
)
from core.disclosure import Sum
from core.facts import AgeBand, Door, Face, Voice
from core.summaries import Count, Period

DID_NOT_SAY = "-"
CORRECTED = "corrected"
BANDS = (*(str(band) for band in AgeBand), NO_BAND)
FACES = (*(str(face) for face in Face), DID_NOT_SAY)
Faces = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Release:
    """Numbers that were published, or may be: never changed again.

    Args:
        counts: key to what may be read.
        sha256: of the body as it is kept, so that a later reader can check it.
    """

    id: str
    period: Period
    counts: Mapping[str, Count]
    sha256: str
    made_on: date

    def count(self, *key: str) -> Count:
        """The count under this key; none at all where nothing was counted."""
        return self.counts.get("/".join(key), Count(0))


def received(voice: str) -> str:
    """The key of all views of a voice."""
    return f"{voice}/{RECEIVED}"


def of_theme(voice: str, theme: str) -> str:
    """The key of the views of a voice that carry a theme."""
    return f"{voice}/theme/{theme}"


def cells_of(
    sorts: Counter[Sort],
    faces: Faces,
    themes: tuple[str, ...],
    corrected: Mapping[str, int] = MappingProxyType({}),
) -> dict[str, int]:
    """Every number of a release, unprotected, with the rests that are never said.

    Args:
        sorts: the roll-up of the period.
        faces: how many young people's views carry a theme and a face ("-" for none).
        corrected: how many views of each voice their writers said were misunderstood.
    """
    cells: dict[str, int] = {}
    for voice in Voice:
        whole = how_many(sorts, voice, RECEIVED)
        cells[received(voice)] = whole
        parts = {basis: how_many(sorts, voice, basis) for basis in (ONLY_COUNT, REVIEWED)}
        parts[CORRECTED] = min(corrected.get(voice, 0), whole)
        cells |= _beside(voice, whole, parts)
        agreed = {theme: how_many(sorts, voice, AGREED, theme) for theme in themes}
        cells |= {of_theme(voice, theme): part for theme, part in agreed.items()}
        cells |= {f"{voice}/not/{theme}": whole - part for theme, part in agreed.items()}
        doors = by(sorts, "door", voice)
        cells |= {f"{voice}/door/{door}": doors.get(door, 0) for door in Door}
    young = Voice.YOUNG_PERSON
    bands = by(sorts, "band", young)
    cells |= {f"{young}/band/{band}": bands.get(band, 0) for band in BANDS}
    cells |= {f"{young}/face/{t}/{f}": faces.get((t, f), 0) for t in themes for f in FACES}
    return cells


def _beside(voice: str, whole: int, parts: Mapping[str, int]) -> dict[str, int]:
    """Each part of a voice's views, and what the whole leaves beside it."""
    own = {f"{voice}/{basis}": part for basis, part in parts.items()}
    return own | {f"{voice}/not/{basis}": whole - part for basis, part in parts.items()}


def sums_of(themes: tuple[str, ...]) -> list[Sum]:
    """Which numbers of a release add up to which."""
    sums = []
    for voice in Voice:
        whole = received(voice)
        for basis in (ONLY_COUNT, REVIEWED, CORRECTED):
            sums.append(Sum(whole, (f"{voice}/{basis}", f"{voice}/not/{basis}")))
        for theme in themes:
            mine = of_theme(voice, theme)
            sums.append(Sum(whole, (mine, f"{voice}/not/{theme}"), (mine,)))
        sums.append(Sum(whole, tuple(f"{voice}/door/{door}" for door in Door)))
    young = Voice.YOUNG_PERSON
    sums.append(Sum(received(young), tuple(f"{young}/band/{band}" for band in BANDS)))
    for theme in themes:
        parts = tuple(f"{young}/face/{theme}/{face}" for face in FACES)
        sums.append(Sum(of_theme(young, theme), parts, parts[:-1]))
    return sums


def is_unsaid(key: str) -> bool:
    """Whether a release never prints this number."""
    return key.split("/")[1] == "not"


@dataclass(frozen=True, slots=True)
class KnownTotal:
    """How many young people of a group there are, as an officer typed it in.

    Args:
        group: an age band, or a key of the officer's own for a group that Heard does not ask about.
        source: where the figure comes from, such as a return and its date.
    """

    group: str
    name: str
    number: int
    source: str
    on: date

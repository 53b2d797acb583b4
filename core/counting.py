"""What is counted, and how a slice is asked for. A view is one code, and a code one person."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from core.facts import AgeBand, Door, Voice

RECEIVED, REVIEWED, ONLY_COUNT, AGREED = "received", "reviewed", "only_count", "agreed"
ALL, NO_BAND, NO_FACE = "*", "-", "-"
FACE = "face/"


class Sort(NamedTuple):
    """What one sum of the roll-up is of: a cell without its day."""

    voice: str
    door: str
    band: str
    basis: str
    theme: str


@dataclass(frozen=True, slots=True)
class Slice:
    """Which views are looked at. Nothing set means all of them.

    Args:
        themes: themes of which a view carries at least one, for one theme, a promise or an
            element of a framework; empty for any.
    """

    voice: Voice | None = None
    door: Door | None = None
    band: AgeBand | None = None
    themes: tuple[str, ...] = ()

    def holds(self, voice: str, door: str, band: str) -> bool:
        """Whether such a view is looked at, whatever its themes."""
        return (
            (self.voice is None or voice == self.voice)
            and (self.door is None or door == self.door)
            and (self.band is None or band == self.band)
        )


EVERYTHING = Slice()


def face_basis(face: str | None) -> str:
    """The basis under which young people's faces are counted; "-" where none was picked."""
    return f"{FACE}{face or NO_FACE}"


def faces_in(cells: Counter[Sort], voice: Voice) -> dict[tuple[str, str], int]:
    """How many views of a voice carry a theme and a face, of everybody."""
    return {
        (c.theme, c.basis.removeprefix(FACE)): n
        for c, n in cells.items()
        if c.voice == voice and c.basis.startswith(FACE)
    }


def held(cells: Counter[Sort], one: Slice) -> Counter[Sort]:
    """The cells of a slice; themes are left to whoever reads them."""
    return Counter({c: n for c, n in cells.items() if one.holds(c.voice, c.door, c.band)})


def how_many(cells: Counter[Sort], voice: Voice, basis: str, theme: str = ALL) -> int:
    """One voice's count on a basis."""
    return sum(n for c, n in cells.items() if (c.voice, c.basis, c.theme) == (voice, basis, theme))


def by(cells: Counter[Sort], part: str, voice: Voice) -> dict[str, int]:
    """How many of one voice were received, by door or by band (`part` names the field)."""
    found: Counter[str] = Counter()
    for cell, n in cells.items():
        if cell.voice == voice and cell.basis == RECEIVED:
            found[getattr(cell, part)] += n
    return dict(found)

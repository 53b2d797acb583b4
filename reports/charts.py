"""Small charts as SVG, for a page and for paper: words first, and nothing by colour alone.

Each has a title and a description that are told aloud, and stands beside its table. A number that
is hidden has no bar: its words stand in the bar's place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from core.summaries import Count
from core.telling import number_words

WIDE, LABEL, LINE, GAP = 760, 300, 22, 12
ROOM = WIDE - LABEL - 130
TEAL, SAND, INK = "#0b5257", "#e3d6c5", "#26211d"


@dataclass(frozen=True, slots=True)
class Bars:
    """One line of a chart: a name and a number for each of its series."""

    name: str
    counts: tuple[Count, ...]


def bars(id_: str, title: str, series: Sequence[str], lines: Sequence[Bars]) -> str:
    """A chart of bars that lie: the first series filled, the second outlined and striped."""
    most = max((count.number or 0 for line in lines for count in line.counts), default=0) or 1
    head = 30
    high = head + sum(len(line.counts) * LINE + GAP for line in lines)
    drawn = [_key(series)]
    at = head
    for line in lines:
        drawn.append(_text(LABEL - 10, at + 15, line.name, anchor="end"))
        for place, count in enumerate(line.counts):
            drawn.append(_bar(at + place * LINE, place, count, most))
        at += len(line.counts) * LINE + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" role="img" '
        f'aria-labelledby="{id_}-title {id_}-desc" class="chart">'
        f'<title id="{id_}-title">{escape(title)}</title>'
        f'<desc id="{id_}-desc">{escape(_told(series, lines))}</desc>'
        f"{_stripes(id_)}{''.join(drawn).replace('#stripes', f'#{id_}-stripes')}</svg>"
    )


def _told(series: Sequence[str], lines: Sequence[Bars]) -> str:
    """All of the chart in words."""
    said = (
        f"{line.name}: "
        + ", ".join(
            f"{name} {number_words(n)}" for name, n in zip(series, line.counts, strict=True)
        )
        for line in lines
    )
    return ". ".join(said) + "."


def _stripes(id_: str) -> str:
    return (
        f'<defs><pattern id="{id_}-stripes" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{SAND}"/>'
        f'<rect width="2" height="6" fill="{INK}"/></pattern></defs>'
    )


def _fill(place: int) -> str:
    return f'fill="{TEAL}"' if place == 0 else f'fill="url(#stripes)" stroke="{INK}"'


def _key(series: Sequence[str]) -> str:
    drawn = []
    at = LABEL
    for place, name in enumerate(series):
        drawn.append(f'<rect x="{at}" y="4" width="14" height="14" {_fill(place)}/>')
        drawn.append(_text(at + 20, 16, name))
        at += 40 + 8 * len(name)
    return "".join(drawn)


def _bar(at: int, place: int, count: Count, most: int) -> str:
    if count.number is None:
        return _text(LABEL, at + 15, number_words(count))
    wide = round(ROOM * count.number / most)
    bar = f'<rect x="{LABEL}" y="{at + 2}" width="{wide}" height="{LINE - 6}" {_fill(place)}/>'
    return f"{bar if wide else ''}{_text(LABEL + wide + 6, at + 15, number_words(count))}"


def _text(x: int, y: int, words: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="14" fill="{INK}" '
        f'font-family="Arial, sans-serif">{escape(words)}</text>'
    )

"""The digest's charts, drawn by reports from numbers that may be shown."""

from core.digests import Digest
from core.facts import Face
from core.summaries import Summary
from core.themes import ThemeList
from reports.charts import Bars, bars

SERIES = ("Young people", "Practitioners")
FACES = {face: face.value.capitalize() for face in Face} | {"-": "Picked no face"}


def themes(summary: Summary) -> str:
    """How many views carry each theme that somebody raised, both voices side by side; or none."""
    raised = [
        line for line in summary.themes if line.young_people.number or line.practitioners.number
    ]
    lines = [Bars(line.name, (line.young_people, line.practitioners)) for line in raised]
    return bars("by-theme", "Views by theme", SERIES, lines) if lines else ""


def faces(digest: Digest, known: ThemeList) -> tuple[tuple[str, str], ...]:
    """Theme name and chart of the faces that young people picked, one for each theme shown."""
    return tuple(
        (
            known.name_of(key),
            bars(
                f"faces-{place}",
                f"How young people feel about it: {known.name_of(key)}",
                ("Young people",),
                [Bars(FACES[face], (count,)) for face, count in found.items()],
            ),
        )
        for place, (key, found) in enumerate(digest.faces.items())
        if any(count.number for face, count in found.items() if face in set(Face))
    )

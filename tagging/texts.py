"""Room tagging: the labelled texts that teach and tune, read from `data/texts` and checked.

Rationale: a text that is nearly another one teaches nothing new and flatters every figure, so
near-duplicates stay out of the files: two texts whose runs of five letters agree by seven tenths.
`python -m tagging.train` names those that it finds, and learns nothing before they are gone.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.themes import BY_KEY
from tagging.normalising import tokens

TEXTS = Path(__file__).parent / "data" / "texts"
TUNING = TEXTS / "tuning"
LEVELS = frozenset({"urgent", "concern", "none"})
FEELINGS = frozenset({"positive", "negative", "mixed", "neutral"})
IN_DOUBT = 0.5  # what "perhaps" counts
RUN = 5  # letters
ALIKE = 0.7
COMMON = 400  # texts that share a run: beyond it the run tells nothing


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what its author says of it; None where nobody said.

    Args:
        again: the themes that a second reader gave who saw the text alone.
        perhaps: those of which that reader was in doubt.
        hard: an ordinary text that looks worrying.
    """

    text: str
    hand: str
    written_on: str = ""
    themes: frozenset[str] | None = None
    again: frozenset[str] | None = None
    perhaps: frozenset[str] = frozenset()
    voice: str | None = None
    worry: str | None = None
    signal: str | None = None
    feeling: str | None = None
    personal: tuple[tuple[str, str], ...] | None = None
    hard: bool = False

    def about(self, key: str) -> float | None:
        """How far its readers agree that it is about a theme, 0 to 1; None where nobody said.

        Rationale: where two careful readers part, the truth lies between them; a machine that
        learns so is nearer to either than one that learns the author's word alone.
        """
        said = [] if self.themes is None else [float(key in self.themes)]
        if self.again is not None:
            said.append(1.0 if key in self.again else IN_DOUBT * (key in self.perhaps))
        return sum(said) / len(said) if said else None


class BadText(ValueError):
    """A labelled text that cannot be right; the message names its file and line, not its words."""


def read_texts(path: Path) -> list[Labelled]:
    """Gives the texts of a file.

    Raises:
        BadText: a line is no labelled text.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                found.append(_labelled(json.loads(line), path.stem))
            except (ValueError, KeyError, TypeError) as reason:
                raise BadText(f"{path.name}, line {number}: {type(reason).__name__}") from reason
    return found


def read_folder(folder: Path) -> list[Labelled]:
    """Gives the texts of all files directly in a folder."""
    return [text for path in sorted(folder.glob("*.jsonl")) for text in read_texts(path)]


def _labelled(line: dict[str, object], hand: str) -> Labelled:
    themes, personal = _keys(line, "themes"), line.get("personal")
    again, perhaps = _keys(line, "again"), _keys(line, "perhaps")
    worry, feeling = line.get("worry", line.get("level")), line.get("feeling")
    if worry not in LEVELS | {None} or feeling not in FEELINGS | {None}:
        raise ValueError("no such label")
    return Labelled(
        text=str(line["text"]),
        hand=str(line.get("hand", hand)),
        written_on=str(line.get("written_on", "")),
        themes=themes,
        again=again,
        perhaps=perhaps or frozenset(),
        voice=_said(line.get("voice")),
        worry=_said(worry),
        signal=_said(line.get("signal")),
        feeling=_said(feeling),
        personal=None if personal is None else tuple((str(a), str(b)) for a, b in personal),  # type: ignore[attr-defined]
        hard=bool(line.get("hard", False)),
    )


def _keys(line: dict[str, object], name: str) -> frozenset[str] | None:
    keys = line.get(name)
    if keys is None:
        return None
    if not isinstance(keys, list) or not set(keys) <= set(BY_KEY):
        raise ValueError("no such theme")
    return frozenset(map(str, keys))


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def near_duplicates(texts: Iterable[Labelled]) -> list[Labelled]:
    """Gives the texts that are nearly the same as one before them."""
    kept = 0
    sizes: list[int] = []
    places: dict[str, list[int]] = defaultdict(list)
    again: list[Labelled] = []
    for one in texts:
        runs = frozenset(_runs(one.text))
        if any(shared >= ALIKE for shared in _alike(runs, sizes, places)):
            again.append(one)
            continue
        for run in runs:
            places[run].append(kept)
        kept += 1
        sizes.append(len(runs))
    return again


def _alike(runs: frozenset[str], sizes: list[int], places: dict[str, list[int]]) -> Iterator[float]:
    """How far the text agrees with each that it shares a run with (Jaccard)."""
    shared: dict[int, int] = defaultdict(int)
    for run in runs:
        with_run = places.get(run, ())
        if len(with_run) <= COMMON:
            for at in with_run:
                shared[at] += 1
    for at, many in shared.items():
        yield many / (len(runs) + sizes[at] - many)


def _runs(text: str) -> Iterator[str]:
    plain = f" {' '.join(word.plain for word in tokens(text))} "
    for at in range(max(1, len(plain) - RUN + 1)):
        yield plain[at : at + RUN]

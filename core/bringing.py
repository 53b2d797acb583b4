"""A file that an officer brings in: what it is, how its columns are read, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.errors import HeardError
from core.facts import Voice
from core.imports import ImportReport, RowProblem

KEPT_FOR = timedelta(hours=2)
STILL = timedelta(seconds=30)
MOST_BYTES = 4 * 1024 * 1024 - 64 * 1024
WANTED = {
    "words": "What people wrote",
    "voice": "Who speaks",
    "age": "Their age or age group",
    "topic": "What it is about",
    "permission": "Who may read it",
    "received": "The day on which it was answered",
    "reference": "The number of the answer",
}


class FileKind(StrEnum):
    """What a file holds."""

    SURVEY = "survey"
    MINUTES = "minutes"


class Stage(StrEnum):
    """How far a file is."""

    LOOKED_AT = "looked at"
    RUNNING = "running"
    DONE = "done"


class TooBig(HeardError):
    """The file is larger than a page can take."""

    status = 413

    def __init__(self) -> None:
        super().__init__(
            "This file is larger than 4 MB. Save it as CSV, or divide it and bring each part in. "
            "Whoever looks after Heard can also take in a file of up to 10 MB at the machine."
        )


@dataclass(frozen=True, slots=True)
class How:
    """How a survey is read: column names by what is wanted, and who speaks where none says so."""

    mapping: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    voice: Voice = Voice.YOUNG_PERSON


@dataclass(frozen=True, slots=True)
class Brought:
    """One file. Its own name may tell something: it is shown to its officer alone."""

    id: str
    officer_id: str
    name: str
    kind: FileKind
    how: How
    stage: Stage
    done: int
    of: int
    beat: datetime
    report: ImportReport | None = None

    def stands_still(self, now: datetime) -> bool:
        """Whether it was running and nothing has happened for a while: somebody may go on."""
        return self.stage is Stage.RUNNING and now - self.beat > STILL


@dataclass(frozen=True, slots=True)
class Look:
    """What a file would bring, before anything is stored.

    Args:
        columns: every heading of a survey.
        rows: how many would come in; `known` of them are here already.
        trouble: why it cannot be read as it stands; the mapping may mend it.
        sample: the first rows, shortened.
    """

    columns: tuple[str, ...] = ()
    rows: int = 0
    known: int = 0
    dated: int = 0
    problems: tuple[RowProblem, ...] = ()
    trouble: str = ""
    sample: tuple[str, ...] = ()

"""What comes out of files that others wrote, and what became of it."""

from dataclasses import dataclass
from datetime import date

from core.facts import AgeBand, Permission, Statement, Voice


@dataclass(frozen=True, slots=True)
class Minutes:
    """Public minutes of one sitting: what was said, and what was decided.

    Args:
        source: how the minutes are named where they are quoted.
    """

    title: str
    source: str
    statements: tuple[Statement, ...]
    resolutions: tuple[str, ...] = ()
    action_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One answered survey.

    Args:
        row_number: as a spreadsheet shows it; the heading row is counted.
        once_key: the same row of the same survey has the same key, whenever it is read.
        received_on: the day on which it was answered, where the file says so.
    """

    row_number: int
    words: str
    voice: Voice
    once_key: str
    age_band: AgeBand | None = None
    topic: str | None = None
    permission: Permission = Permission.COUNT_ONLY
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a row, never with its words in it.

    Args:
        taken: the row came in all the same, without the answer that could not be understood.
    """

    row_number: int
    reason: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey file, read: the rows that can come in, and what is wrong with the others."""

    rows: tuple[SurveyRow, ...]
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Args:
        repeated: rows or statements that were here already; they were not added again.
        untagged: of those added, how many carry no theme; given for minutes only.
        stopped: the books closed half way; the same file may be imported again from the start.
    """

    added: int
    repeated: int
    problems: tuple[RowProblem, ...] = ()
    untagged: int = 0
    stopped: bool = False

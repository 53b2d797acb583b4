"""What people teach the machine, each version that it learned, and the jobs that the desk asks for.

Facts without a framework.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.errors import HeardError

SHIPPED = "shipped"  # the version that Heard comes with


class AskedAlready(HeardError):
    """The same thing waits or runs already."""

    status = 409

    def __init__(self) -> None:
        super().__init__("That was asked for already, and is not finished yet. Look again soon.")


class Task(StrEnum):
    """What the desk can ask the machine for. The clock does it."""

    TEACH = "teach"
    BACK = "back"
    REREAD = "reread"
    FIND = "find"


class Stage(StrEnum):
    """Where a job stands."""

    ASKED = "asked"
    AT_WORK = "at_work"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


def roughly(views: int) -> str:
    """How many views were read, to the hundred.

    Rationale: the very number beside one's own list would tell who is kept from a view that there
    is one.
    """
    return f"more than {views // 100 * 100:,} views" if views > 100 else "up to 100 views"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A view whose themes people agreed.

    Args:
        mark: a random name that says nothing; it tells later whether these words are still here.
        words: masked details are left out.
    """

    mark: str
    words: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the machine, or one that was refused and is not kept.

    Args:
        before, after: figures on the tuning texts, of what was live and of this version.
        gone: its files were taken away, since words that taught it are gone.
    """

    name: str
    made_at: str
    asked_by: str
    texts: int
    corrections: int
    before: Mapping[str, float]
    after: Mapping[str, float]
    refused: bool = False
    live: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Something that an officer asked the machine for.

    Args:
        subject: the version to go back to, or the first and last day to look at.
        told: what came of it, in plain words.
        many: how many views it has read so far.
    """

    id: str
    task: Task
    stage: Stage
    subject: str
    post: str
    asked_on: date
    told: str = ""
    many: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.stage not in (Stage.ASKED, Stage.AT_WORK)

"""What the desk asks of the machine: teach it, go back, read again. The clock does it."""

from dataclasses import dataclass

from core.board import band
from core.duties import READS_WORDS, TEACHES, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.schooling import SHIPPED, Job, Task, Version
from services import sight
from services.house import House, naive_utc

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Learned:
    """What the page "What the machine learned" tells.

    Args:
        versions: newest first; the one that Heard came with is not among them.
        lessons: how many views people decided or their writers corrected, to be taught.
        exact: False for an officer who reads no words: there are that many lessons or more.
    """

    versions: tuple[Version, ...]
    jobs: tuple[Job, ...]
    lessons: int
    exact: bool = True

    @property
    def shipped_is_live(self) -> bool:
        """Whether the version that Heard came with reads now."""
        return not any(one.live for one in self.versions)

    def waits_for(self, task: str) -> bool:
        """Whether a job of this kind is not over yet."""
        return any(one.task == task and not one.over for one in self.jobs)


def learned(house: House, officer: Officer) -> Learned:
    """Every version with its figures, and what was asked for lately."""
    must_hold(officer, TEACHES)
    with house.store.reading() as books:
        taught = books.themes.every_decided() | books.corrections.waiting().keys()
        taught -= sight.counted_nowhere(books)
        versions, jobs = books.schooling.versions(), books.schooling.jobs(SHOWN)
    exact = bool(officer.roles & READS_WORDS)
    many = len(taught) if exact else band(len(taught), house.rules.threshold) or 0
    return Learned(versions, jobs, many, exact)


def ask_to_teach(house: House, officer: Officer) -> None:
    """The machine shall learn all that people agreed so far."""
    _ask(house, officer, Task.TEACH, "")


def ask_to_go_back(house: House, officer: Officer, name: str) -> None:
    """This version shall read from now on. NotFound where its files are gone."""
    with house.store.reading() as books:
        kept = {one.name for one in books.schooling.versions() if not one.refused and not one.gone}
    if name not in kept | {SHIPPED}:
        raise NotFound
    _ask(house, officer, Task.BACK, name)


def ask_to_read_again(house: House, officer: Officer) -> None:
    """Earlier views shall get the suggestions of the version that is live now.

    What people agreed stays as it is.
    """
    _ask(house, officer, Task.REREAD, "")


def _ask(house: House, officer: Officer, task: Task, subject: str) -> None:
    must_hold(officer, TEACHES)
    now = house.now()
    with house.store.transaction() as books:
        books.schooling.ask(task, subject, officer.id, officer.post, naive_utc(now))
        books.audit.append(now.isoformat(), officer.id, f"machine: asked to {task}", subject)
    house.wake()

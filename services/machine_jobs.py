"""Does what the desk asked of the machine, one job at a time. Only the clock calls it.

A row is the truth and whoever runs it only holds it for a while: a job that was cut off is taken
up again where it can be, and said to have failed where it cannot.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from core.errors import HeardError
from core.ports import Reader
from core.schooling import Job, Stage, Task, roughly
from services import learning, new_themes, second_look
from services.house import House, naive_utc
from services.learning import School
from services.new_themes import Finder

HELD_FOR = timedelta(minutes=10)
AT_ONCE = 32
CUT_OFF = "The clock stopped while it was at this. Please ask again."
NO_SCHOOL = "The full reader is not here, so nothing can be taught. Tell whoever looks after Heard."
Ended = tuple[Stage, str]


@dataclass(frozen=True, slots=True)
class Hands:
    """What a job is done with; None where the full reader could not be loaded.

    Args:
        ending: whether the clock was told to stop.
    """

    school: School | None
    reader: Reader | None
    finder: Finder | None
    ending: Callable[[], bool]


def anything_to_do(house: House) -> bool:
    """Whether a job waits that nobody holds; reading stands in nobody's way."""
    with house.store.reading() as books:
        return books.schooling.waits(naive_utc(house.now()))


def do_next(house: House, hands: Hands) -> bool:
    """Do the oldest job that waits; False where there is none."""
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        job = books.schooling.claim(now, now + HELD_FOR)
    if job is None:
        return False
    try:
        ended = _do(house, hands, job)
    except HeardError as trouble:
        ended = (Stage.FAILED, str(trouble))
    with house.store.transaction() as books:
        if ended is None:
            books.schooling.let_go(job.id)
        else:
            books.schooling.finish(job.id, *ended)
    return True


def _do(house: House, hands: Hands, job: Job) -> Ended | None:
    """What came of it; None where it goes on later."""
    if hands.school is None or hands.reader is None or hands.finder is None:
        return Stage.FAILED, NO_SCHOOL
    if job.task is Task.REREAD:
        return _reread(house, hands.reader, job, hands.ending)
    if job.stage is Stage.AT_WORK:
        return Stage.FAILED, CUT_OFF
    if job.task is Task.BACK:
        learning.roll_back(house, hands.school, job.subject)
        return Stage.DONE, "That version reads from now on."
    if job.task is Task.FIND:
        many, fresh = new_themes.look(house, hands.finder, job.subject)
        return Stage.DONE, f"Read {roughly(many)} that fit nowhere. New themes found: {fresh}."
    return _teach(house, hands.school, job)


def _teach(house: House, school: School, job: Job) -> Ended:
    made = learning.retrain(house, school, post=job.post)
    if made.refused:
        return Stage.REFUSED, "Not taken: it would be worse on the texts that measure it."
    return Stage.DONE, f"Version {made.name} reads from now on."


def _reread(house: House, reader: Reader, job: Job, ending: Callable[[], bool]) -> Ended | None:
    many = job.many
    while not ending():
        looked = second_look.look_back(house, reader, AT_ONCE)
        many += looked.read
        if looked.failed and not looked.read:
            return Stage.FAILED, f"Stopped after {roughly(many)}: the reader fails."
        if not looked.read:
            return Stage.DONE, f"{roughly(many)} read again. What people agreed stays."
        with house.store.transaction() as books:
            books.schooling.hold(job.id, naive_utc(house.now()) + HELD_FOR, many)
    return None

"""Where the clock has the machine learn: one job at a time, beside the notices and never before."""

import logging
import threading
from dataclasses import dataclass, field

from clock.reading import Reading
from core.errors import HeardError
from services import machine_jobs
from services.house import House
from services.learning import School
from services.new_themes import Finder

log = logging.getLogger("heard.clock")


@dataclass(slots=True)
class Schooling:
    """Who teaches. Two jobs never run beside each other in one clock.

    Args:
        school: the versions that officers taught; None where tagging could not be loaded.
        finder: who gathers what fits nowhere; None likewise.
    """

    school: School | None = None
    finder: Finder | None = None
    _busy: threading.Lock = field(default_factory=threading.Lock)

    def take(self, school: School, finder: Finder) -> None:
        """These teach and gather from now on."""
        self.school, self.finder = school, finder

    def work(self, house: House, reading: Reading) -> None:
        """Do every job that waits, until there is none or the clock ends."""
        if reading.reads is None or not self._busy.acquire(blocking=False):
            return
        try:
            while not reading.ending and self._one(house, reading):
                pass
        except HeardError as trouble:
            log.warning("clock_could_not_go_to_school: %s", type(trouble).__name__)
        finally:
            self._busy.release()

    def _one(self, house: House, reading: Reading) -> bool:
        if not machine_jobs.anything_to_do(house):
            return False
        hands = machine_jobs.Hands(self.school, reading.reader, self.finder, lambda: reading.ending)
        return machine_jobs.do_next(house, hands)

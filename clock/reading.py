"""The clock's full reader: loaded once notices go out, and asked by one round at a time."""

import logging
import threading
import time
from dataclasses import dataclass, field

from core.errors import HeardError
from core.ports import Reader
from services import second_look
from services.house import House

AT_ONCE = 8
LOOK_FOR_S = 60.0  # then the schedule starts another turn
log = logging.getLogger("heard.clock")


@dataclass(slots=True)
class Reading:
    """Who reads again, and whether that works. Two rounds never run beside each other.

    Args:
        reads: whether the full reader reads; None until somebody tried.
        ending: the clock was told to stop, so no further round begins.
    """

    reader: Reader | None = None
    reads: bool | None = None
    ending: bool = False
    _busy: threading.Lock = field(default_factory=threading.Lock)

    @property
    def busy(self) -> bool:
        """Whether a round is under way."""
        return self._busy.locked()

    def take(self, reader: Reader | None) -> None:
        """This is the full reader from now on; None where it could not be loaded."""
        self.reader, self.reads = reader, reader is not None

    def look(self, house: House) -> second_look.Looked:
        """Read what waits, for LOOK_FOR_S at most; nothing where another round is at it."""
        if self.reader is None or not self._busy.acquire(blocking=False):
            return second_look.Looked()
        try:
            return self._rounds(house, self.reader)
        except HeardError as trouble:
            log.warning("clock_could_not_look_again: %s", type(trouble).__name__)
            return second_look.Looked()
        finally:
            self._busy.release()

    def _rounds(self, house: House, reader: Reader) -> second_look.Looked:
        until = time.monotonic() + LOOK_FOR_S
        read = raised = 0
        while True:
            one = second_look.look_again(house, reader, AT_ONCE)
            read, raised = read + one.read, raised + one.raised
            self.reads = not one.failed or read > 0
            if not one.read or self.ending or time.monotonic() > until:
                return second_look.Looked(read, raised, one.failed)

"""How a door that waits is told to stop, by a signal or by a test."""

import time

LOOK_EVERY_S = 0.1


class Stop:
    """A flag that may be set from a signal handler, however often and whatever it interrupts.

    Rationale: `threading.Event` takes a lock to be set and to be waited for. A handler runs in
    the middle of the thread that waits, so it may want a lock that its own thread holds.
    """

    def __init__(self) -> None:
        self._told = False

    def set(self, *_: object) -> None:
        """Say that it is time to stop; fit to be a signal's handler as it stands."""
        self._told = True

    def is_set(self) -> bool:
        """Whether anybody said so."""
        return self._told

    def wait(self, seconds: float = float("inf")) -> bool:
        """Come back when told, or after so many seconds; whether told."""
        until = time.monotonic() + seconds
        while not self._told and (left := until - time.monotonic()) > 0:
            time.sleep(min(LOOK_EVERY_S, left))
        return self._told

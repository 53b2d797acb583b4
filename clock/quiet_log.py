"""Keeps the engine's log short and free of anything that a row may hold."""

import logging
import time

SAY_AGAIN_AFTER_S = 30.0


class QuietLog(logging.Filter):
    """Lets a warning pass once in half a minute, without its trace and the SQL under it.

    Rationale: while its database is down DBOS says so twenty times a second, and what SQLAlchemy
    adds below the first line may quote the values of a row.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, int], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to say it now; what is said is cut to one line and the kind of error."""
        place, now = (record.pathname, record.lineno), time.monotonic()
        if now - self._said.get(place, -SAY_AGAIN_AFTER_S) < SAY_AGAIN_AFTER_S:
            return False
        self._said[place] = now
        kind = record.exc_info[0] if record.exc_info else None
        record.msg = " ".join(
            [record.getMessage().partition("\n")[0], kind.__name__ if kind else ""]
        ).strip()
        record.args = ()
        record.exc_info = record.exc_text = None
        return True

"""Keeps Slack's libraries from writing what people said, at every log level.

Rationale: slack_bolt and slack_sdk put bodies, answers and receipts into their messages, so a
list of known bad messages would miss the next one. Where it was said is kept; what is not.
"""

import logging


class WhereNotWhat(logging.Filter):
    """Keeps the place of a record and the kind of error, and drops its text."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Leave only the module, the line and the error's type."""
        kind = record.exc_info[0] if record.exc_info else None
        record.msg = "Slack library at %s line %d %s"
        record.args = (record.module, record.lineno, kind.__name__ if kind else "")
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def quiet_logger() -> logging.Logger:
    """The logger to hand to Bolt and to slack_sdk; both copy its level and filter."""
    logger = logging.getLogger("bot.slack")
    logger.setLevel(logging.WARNING)
    if not logger.filters:
        logger.addFilter(WhereNotWhat())
    return logger

"""What somebody would like after they told of a worry. Asked once, never pressed."""

from datetime import datetime, timedelta
from enum import StrEnum

from core.working_time import Hours, add_working


class Choice(StrEnum):
    """One of three, each as good as the others."""

    CONTACT_ME = "contact_me"
    TRUSTED = "someone_i_trust"
    KEEP_IT = "just_keep_it"


def read_by(now: datetime, hours: Hours, read_hours: int) -> datetime:
    """By when a person reads what was sent now: the promise that the desk's clock holds us to."""
    return add_working(now, timedelta(hours=read_hours), hours)

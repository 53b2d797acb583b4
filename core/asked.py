"""What somebody asks the audit for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for in the audit; empty means anything.

    Args:
        day: such as 2027-01-12.
        before: lines below this number; 0 for the newest.
    """

    actor: str = ""
    verb: str = ""
    subject: str = ""
    day: str = ""
    before: int = 0

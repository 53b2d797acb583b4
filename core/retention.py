"""How long each kind of thing is kept. What a council decides, in figures that verbs follow.

Rationale: Heard is not the case record, which is kept for decades. What has to be kept about one
child is passed on there; here words go once they have done what they were sent for.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """Days from when a thing is done with until it is erased.

    Args:
        words: after the paper that used them was issued, or where none did, after the answer.
        talk: messages, after the view was closed.
        contact: a name and a way to reach somebody, after they were answered.
        flagged: words that raised a worry, after they were passed on or closed with a reason.
        warning: before the words go, the desk warns this long.
        exports: until a file made for an officer is gone.
        audit_years: the audit, in years.
    """

    words: int = 365
    talk: int = 183
    contact: int = 30
    flagged: int = 30
    warning: int = 28
    exports: int = 7
    audit_years: int = 6

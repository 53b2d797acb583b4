"""What somebody told of themselves: the one rule for both forms."""

from core.assisted import FROM_THE_DESK
from core.facts import Openness, Who
from web import signed_in
from web.keeping import Typed


def who(typed: Typed, openness: Openness) -> Who:
    """What may be kept: nothing of the anonymous, and a way to reach only those who want it."""
    if openness is Openness.ANONYMOUS:
        return Who()
    reach = typed["reach"].strip() if openness is Openness.CONTACT else ""
    return Who(openness, typed["call"].strip(), reach)


def desk_open_here() -> tuple[tuple[str, str], ...]:
    """What is told beside the words where somebody is signed in at the desk in this browser."""
    return (FROM_THE_DESK,) if signed_in.here() else ()

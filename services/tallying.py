"""What is done without a name stands in the audit as a number for the half-day.

A line for each would lie between officers' lines, which keep their second, and so tell when.
"""

from datetime import timedelta

from core.working_days import london_day, london_half
from services.house import House
from storage.store import Books

AT_REST = timedelta(minutes=10)  # no transaction that began before is still open by then


def count(
    house: House, books: Books, actor: str, verb: str, subject: str = "", *, n: int = 1
) -> None:
    """Count what was done, in place of a line that names no view and yet tells when.

    Args:
        actor: the door, or the clock where it acts so soon that its line would tell when.
        subject: what it was done to; never a view.
    """
    now = house.now()
    books.tallies.add(london_day(now), london_half(now), actor, verb, subject, n)


def write_up(house: House) -> int:
    """Put every half-day that is over into the audit; how many lines. Twice is once."""
    rest = house.now() - AT_REST
    with house.store.transaction() as books:
        over = books.tallies.take(london_day(rest), london_half(rest))
        for one in over:
            at = f"{one.day} {one.half}"
            books.audit.append(at, one.actor, one.verb, one.subject, str(one.n))
    return len(over)

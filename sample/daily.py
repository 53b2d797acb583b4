"""What a working day leaves at the desk: views in hand, a question, saved filters."""

from core.facts import Officer
from core.inbox import Sieve
from services import desk, desks, notes, ownership, review
from services.house import House

IN_HAND = 3
ASKED = "Have you had one like this before? I would like to answer it with you."


def leave_a_day(house: House, worker: Officer, reviewer: Officer) -> int:
    """Let the worker have some views in hand and ask about one; how many that is."""
    waiting = [line for line in desk.waiting(house, worker) if line.worry == "none"]
    for line in waiting[:IN_HAND]:
        ownership.give(house, worker, line.view_id, worker.id)
    for line in waiting[:1]:
        review.open_view(house, worker, line.view_id)
        notes.write_note(house, worker, line.view_id, ASKED, reviewer.id)
    for officer in (worker, reviewer):
        desks.save_filter(house, officer, "Late", Sieve(due="late"))
        desks.save_filter(house, officer, "Any worry", Sieve(worry="raised"))
    return len(waiting[:IN_HAND])

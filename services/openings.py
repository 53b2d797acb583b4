"""Every opening of somebody's words has a reader and a reason, and is counted."""

from datetime import date

from core.attention import A_DAYS_WORK, HERE, REASON_HOLDS, Attention, Times, Why, at_it
from core.duties import READS_WORDS, must_hold
from core.errors import NotFound, SayWhy
from core.facts import Officer
from core.inbox import DONE
from services import sight
from services.house import House, naive_utc
from services.lookback import find_by_code
from storage.store import Books
from storage.views import View


def in_queue_of(books: Books, officer: Officer, view: View, today: date) -> bool:
    """Whether the view waits, and for this officer or for anybody; or a colleague asked them."""
    if view.urgency < DONE and view.owner_id in (None, officer.id):
        return True
    if view.urgency < DONE and view.owner_id in covers_for(books, officer, today):
        return True
    return books.judgements.is_asked(view.id, officer.id)


def covers_for(books: Books, officer: Officer, today: date) -> frozenset[str]:
    """Those who are away today and for whom this officer stands in."""
    away = (one for one in books.rotas.absences(today) if one.starts_on <= today <= one.ends_on)
    return frozenset(one.officer_id for one in away if one.cover_id == officer.id)


def note_opening(
    house: House,
    books: Books,
    officer: Officer,
    view: View,
    why: Why | None,
    at_work: bool = False,
) -> Why:
    """Count the opening under its reason, and give that.

    Rationale: a reason holds for half an hour, so that whoever works on a view is asked once. The
    queue is no reason to open what a search showed just now: who was looked for may be a child.

    Args:
        at_work: something was sent from its page; what was given then holds for the day.

    Raises:
        SayWhy: the view is outside the officer's queue and nobody said why.
    """
    now = naive_utc(house.now())
    found = books.openings.was_found(view.id, officer.id, now)
    reason = why if found or not in_queue_of(books, officer, view, now.date()) else Why.QUEUE
    if reason is None:
        last = books.openings.last(view.id, officer.id)
        if last is None or now - last[0] > (A_DAYS_WORK if at_work else REASON_HOLDS):
            raise SayWhy
        reason = Why(last[1])
    apart = reason is not Why.QUEUE
    books.openings.note(view.id, officer.id, now, here=HERE, why=reason, apart=apart)
    return reason


def attention_to(house: House, books: Books, officer: Officer, view: View) -> Attention:
    """Who has the view in hand, who else has it open just now, and who read it."""
    read_by = books.openings.of(view.id)
    return Attention(
        owner_id=view.owner_id,
        owner=books.officers.name(view.owner_id),
        here=at_it(read_by, naive_utc(house.now()), officer.id),
        read_by=read_by,
    )


def who_is_here(house: House, officer: Officer, view_id: str) -> tuple[str, ...]:
    """Name and post of the others who have this view open; the officer stays for a while more.

    It opens no words, so it leaves no line in the audit.
    """
    must_hold(officer, READS_WORDS)
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        sight.must_see(books, officer, view_id)
        if books.views.find(view_id) is None:
            raise NotFound
        books.openings.stay(view_id, officer.id, now + HERE)
        here = at_it(books.openings.of(view_id), now, officer.id)
    return tuple(f"{one.name} ({one.post})" for one in here)


def times_opened(house: House, receipt: str) -> Times:
    """How often the view of this code was opened, and by how many people, for its writer to see.

    Raises:
        WrongCode, TakenBack: nothing opens with it.
    """
    with house.store.reading() as books:
        return books.openings.times(find_by_code(books, receipt).id)

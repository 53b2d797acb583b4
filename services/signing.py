"""Young people sign a paper off: members of their council, with a code and without an account."""

import secrets
from dataclasses import dataclass

from core.brakes import WRONG_HERE, WRONG_IN_ALL, TooFast, may_guess
from core.duties import KEEPS_MEMBERS, must_hold
from core.errors import HeardError, NotFound, WrongCode
from core.facts import Officer
from core.marking import N_
from core.papers import Kind
from core.receipts import from_bytes, tidy
from core.records import Draft
from core.said import tidied
from core.summaries import Quote
from core.working_days import london_day
from reports import html
from reports.documents import parts_of
from services import tallying
from services.house import House
from services.papers import quotes_in, young_version
from services.releases import is_frozen
from storage.members import Member
from storage.store import Books

MOST_WHY, MOST_LABEL = 1_000, 80


class SayWhatIsWrong(HeardError):
    """A member said no, and not why."""

    status = 422

    def __init__(self) -> None:
        super().__init__(N_("Please write what is not right, so that we can mend it."))


class ItChanged(HeardError):
    """The paper is another one than the member read."""

    status = 409

    def __init__(self) -> None:
        super().__init__(N_("This page has changed since you opened it. Please read it again."))


@dataclass(frozen=True, slots=True)
class ToSign:
    """A paper as a member reads it.

    Args:
        page: the young people's version, in HTML of ours.
        seen: the hash of it, which comes back with the answer.
    """

    draft: Draft
    page: str
    quotes: tuple[Quote, ...]
    seen: str


def add_member(house: House, officer: Officer, label: str) -> str:
    """Give a member of the young people's council a code; it is shown once and never again."""
    must_hold(officer, KEEPS_MEMBERS)
    code = from_bytes(secrets.token_bytes(16))
    now = house.now()
    with house.store.transaction() as books:
        books.members.add(tidied(label, MOST_LABEL) or "Member", code, london_day(now))
        books.audit.append(now.isoformat(), officer.id, "member added")
    return code


def members(house: House, officer: Officer) -> tuple[Member, ...]:
    """Everybody who may sign off, by the label that the worker gave."""
    must_hold(officer, KEEPS_MEMBERS)
    with house.store.reading() as books:
        return books.members.all()


def stop_member(house: House, officer: Officer, member_id: str) -> None:
    """That code opens nothing any more; what was signed stays."""
    must_hold(officer, KEEPS_MEMBERS)
    now = house.now()
    with house.store.transaction() as books:
        books.members.stop(member_id)
        books.audit.append(now.isoformat(), officer.id, "member stopped", member_id)


def try_member(house: House, typed: str, visitor: str) -> None:
    """Pass where the code is a member's; wrong ones are slowed with those of young people.

    Raises:
        WrongCode, TooFast: it opens nothing.
    """
    now = house.now()
    with house.store.reading() as books:
        here = books.brakes.tried(WRONG_HERE, now, visitor)
        in_all = books.brakes.tried(WRONG_IN_ALL, now)
        if not may_guess(here, in_all):
            raise TooFast
        code = tidy(typed)
        if code is not None and books.members.find(code) is not None:
            return
    if code is not None:
        with house.store.transaction() as books:
            books.brakes.press(WRONG_HERE, now, visitor)
            books.brakes.press(WRONG_IN_ALL, now)
    raise WrongCode


def to_sign(house: House, code: str) -> ToSign | None:
    """The paper that waits for this member: of those not issued, the next meeting's.

    A paper whose figures still move is shown to nobody outside the desk. Where they have answered
    for each as it now is, they can read the next meeting's again.
    """
    today = london_day(house.now())
    with house.store.reading() as books:
        member = _member(books, code)
        waiting = [one for one in books.writing.all() if one.issued_on is None]
        coming = [
            one
            for one in waiting
            if one.order.meeting_on >= today and is_frozen(books, one.order.period)
        ]
        if not coming:
            return None
        coming.sort(key=lambda one: one.order.meeting_on)
        shown = [_as_read(house, books, draft) for draft in coming]
        signed = books.members.has_signed
        unsaid = [one for one in shown if not signed(member.id, one.draft.id, one.seen)]
        return next(iter(unsaid or shown))


def _as_read(house: House, books: Books, draft: Draft) -> ToSign:
    source, seen = young_version(house, books, draft.order)
    page = html.inner(parts_of(Kind.YOUNG, source), lower=0)
    return ToSign(draft, page, quotes_in(source), seen)


def sign(house: House, code: str, draft_id: str, *, yes: bool, why: str, seen: str) -> None:
    """Keep that a member says "yes, that is what we said", or "no" and why.

    Raises:
        WrongCode: the code counts no more. ItChanged: they read another version.
        SayWhatIsWrong: a no without its reason helps nobody to mend the paper.
    """
    today = london_day(house.now())
    why = tidied(why, MOST_WHY)
    if not yes and not why:
        raise SayWhatIsWrong
    with house.store.transaction() as books:
        member = _member(books, code)
        draft = books.writing.find(draft_id)
        if draft is None:
            raise NotFound
        if young_version(house, books, draft.order)[1] != seen:
            raise ItChanged
        books.members.sign(draft.id, member.id, yes=yes, why=why, on=today, seen=seen)
        tallying.count(house, books, "member", "paper signed", draft.id)


def _member(books: Books, code: str) -> Member:
    known = tidy(code)
    member = books.members.find(known) if known else None
    if member is None:
        raise WrongCode
    return member

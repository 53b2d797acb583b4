"""Officers who change: other roles, a lost phone, a leaver. What they may do changes at once."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

import pyotp

from core.duties import KEEPS_OFFICERS, READS_WORDS, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer, Role
from core.inviting import Start
from core.working_days import london_day
from services import register, sight, welcome
from services.entering import tell_of_new
from services.house import House
from storage.signing import Recovery
from storage.store import Books


class NeedsAnother(HeardError):
    """A new second factor takes two administrators, and neither is its owner."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Another administrator has to do this: not the one who asked for it.")


class NobodyLeft(HeardError):
    """The last administrator cannot give that up, or nobody could let anybody in."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Somebody else has to be an administrator first.")


@dataclass(frozen=True, slots=True)
class OfPerson:
    """One officer, as an administrator sees them. No words, and no view, is told.

    Args:
        in_hand: how many views they have in hand.
        may_have: who could take these over.
        asked: a new second factor that waits for a second administrator.
        invited: they have yet to set up their sign-in.
    """

    officer: Officer
    email: str
    active: bool
    in_hand: int
    may_have: tuple[Officer, ...]
    asked: Recovery | None
    invited: bool


def one(house: House, by: Officer, officer_id: str) -> OfPerson:
    """One officer. NotFound where there is none."""
    must_hold(by, KEEPS_OFFICERS)
    with house.store.reading() as books:
        officer, email, active = _find(books, officer_id)
        others = tuple(
            who
            for who, _, here in books.officers.all()
            if here and who.roles & READS_WORDS and who.id != officer_id
        )
        in_hand = books.inbox.in_hand(officer_id, sight.hidden_from(books, by))
        asked = books.signing.asked_factor(officer_id)
        kept = books.invitations.waiting().get(officer_id)
        invited = kept is not None and kept.start is Start.FIRST
        return OfPerson(officer, email, active, in_hand, others, asked, invited)


def change(house: House, by: Officer, officer_id: str, roles: AbstractSet[Role], post: str) -> None:
    """Set what somebody may do, from their next request on. Nobody changes their own roles.

    Raises:
        NotFound: there is no such officer, or it is oneself. NobodyLeft: see there.
    """
    must_hold(by, KEEPS_OFFICERS)
    if officer_id == by.id:
        raise NotFound
    with house.store.transaction() as books:
        officer, email, _ = _find(books, officer_id)
        post = post.strip() or officer.post
        books.officers.change(officer_id, roles=roles, post=post)
        register.follow(books, email=email, before=officer.post, post=post)
        _must_be_kept(books)
        told = " ".join(sorted(roles))
        books.audit.append(house.now().isoformat(), by.id, "roles changed", officer_id, told)
        tell_of_new(house, books, officer.roles, roles)
    register.catch_up(house)
    house.wake()


def ask_factor(house: House, by: Officer, officer_id: str) -> None:
    """Somebody lost their phone: their sessions end now, and a second administrator is needed."""
    must_hold(by, KEEPS_OFFICERS)
    with house.store.transaction() as books:
        _find(books, officer_id)
        books.signing.ask_factor(officer_id, by.id, london_day(house.now()))
        books.officers.end_sessions(officer_id)
        books.signing.forget_devices(officer_id)
        now = house.now().isoformat()
        books.audit.append(now, by.id, "new second factor asked", officer_id)


def make_factor(house: House, by: Officer, officer_id: str) -> str:
    """A code for them, shown this once, to set up a new second factor; the old one opens nothing.

    Raises:
        NotFound: nobody asked for one. NeedsAnother: this is who asked, or whose it is.
    """
    must_hold(by, KEEPS_OFFICERS)
    with house.store.transaction() as books:
        asked = books.signing.asked_factor(officer_id)
        if asked is None:
            raise NotFound
        if by.id in (asked.asked_by, officer_id):
            raise NeedsAnother
        books.officers.new_factor(officer_id, pyotp.random_base32())
        books.signing.factor_made(officer_id)
        code = welcome.offer(house, books, officer_id, Start.PHONE)
        books.audit.append(house.now().isoformat(), by.id, "new second factor made", officer_id)
    return code


def start_anew(house: House, email: str) -> str:
    """A code for a new password and second factor, from whoever runs Heard. NotFound."""
    with house.store.transaction() as books:
        account = books.officers.account(email.strip())
        if account is None:
            raise NotFound
        books.officers.new_factor(account.officer.id, pyotp.random_base32())
        books.signing.forget_devices(account.officer.id)
        books.signing.factor_made(account.officer.id)
        now, who = house.now().isoformat(), account.officer.id
        books.audit.append(now, "command line", "new sign-in asked", who)
        return welcome.offer(house, books, who, Start.ANEW)


def leave(house: House, by: Officer, officer_id: str, to: str | None) -> int:
    """Somebody leaves: out at once, and what they had in hand goes to a colleague, or to everybody.

    Their turns on the rota end, so that alerts go to the next person. How many views changed hands.

    Raises:
        NotFound: there is no such officer, it is oneself, or the colleague may not read words.
        NobodyLeft: see there.
    """
    must_hold(by, KEEPS_OFFICERS)
    if officer_id == by.id:
        raise NotFound
    today = london_day(house.now())
    with house.store.transaction() as books:
        _find(books, officer_id)
        if to is not None and not _find(books, to)[0].roles & READS_WORDS:
            raise NotFound
        books.officers.set_active(officer_id, False)
        _must_be_kept(books)
        books.signing.forget_devices(officer_id)
        hidden = books.sight.hidden_from([to]) if to else frozenset()
        moved = books.inbox.in_hand(officer_id, hidden | sight.hidden_from(books, by))
        books.inbox.hand_over(officer_id, to, hidden)
        books.judgements.ask_instead(officer_id, to)
        _off_the_rota(books, officer_id, today)
        books.audit.append(house.now().isoformat(), by.id, "officer left", officer_id, to or "")
    register.catch_up(house)
    return moved


def _find(books: Books, officer_id: str) -> tuple[Officer, str, bool]:
    for officer, email, active in books.officers.all():
        if officer.id == officer_id:
            return officer, email, active
    raise NotFound


def _off_the_rota(books: Books, officer_id: str, today: date) -> None:
    """End their turns, and the absences that they covered or took."""
    turns = {one.id: {one.officer_id} for one in books.rotas.duties(today)}
    turns |= {one.id: {one.officer_id, one.cover_id or ""} for one in books.rotas.absences(today)}
    for row_id, people in turns.items():
        if officer_id in people:
            books.rotas.remove(row_id)


def _must_be_kept(books: Books) -> None:
    """At least one administrator who may sign in."""
    everyone = books.officers.all()
    if not any(here and Role.ADMINISTRATOR in who.roles for who, _, here in everyone):
        raise NobodyLeft

"""An officer links their Slack with their account, by a code that works once."""

import secrets
from datetime import timedelta

from core.brakes import TooFast
from core.facts import Officer
from core.linking import FIGURES, MINUTES, TRIED, NotLinked, WrongLinkCode, tidy
from services.house import House, naive_utc


def offer(house: House, officer: Officer) -> str:
    """A code for this officer, shown once. An earlier one is over."""
    code = f"{secrets.randbelow(10**FIGURES):0{FIGURES}}"
    until = naive_utc(house.now()) + timedelta(minutes=MINUTES)
    with house.store.transaction() as books:
        books.links.offer(officer.id, code, until)
        books.audit.append(house.now().isoformat(), officer.id, "slack code asked for")
    return code


def link(house: House, person: str, typed: str) -> None:
    """Whoever brings the code is that officer in Slack from now on.

    Raises:
        WrongLinkCode, TooFast, NotSaved: nobody was linked.
    """
    now = house.now()
    with house.store.transaction() as books:
        if books.brakes.tried(TRIED, now) >= TRIED.most:
            raise TooFast
        officer_id = books.links.use(tidy(typed), naive_utc(now))
        if officer_id is None:
            books.brakes.press(TRIED, now)
        else:
            books.links.link(officer_id, person)
            books.audit.append(now.isoformat(), officer_id, "slack linked")
    if officer_id is None:
        raise WrongLinkCode


def unlink(house: House, officer: Officer) -> None:
    """Nobody in Slack is this officer any more."""
    with house.store.transaction() as books:
        books.links.unlink(officer.id)
        books.audit.append(house.now().isoformat(), officer.id, "slack unlinked")


def is_linked(house: House, officer: Officer) -> bool:
    """Whether this officer linked their Slack."""
    with house.store.reading() as books:
        return officer.id in books.links.linked()


def person_of(house: House, officer_id: str) -> str | None:
    """Who an officer is in Slack, or None where they are not linked or no longer sign in."""
    with house.store.reading() as books:
        here = {who.id for who, _, active in books.officers.all() if active}
        return books.links.person_of(officer_id) if officer_id in here else None


def officer_of(house: House, person: str) -> Officer:
    """The officer that this person is, asked anew each time; NotLinked for anybody else.

    Rationale: who was stopped at the desk, or lost a role, has lost it in Slack in that moment.
    """
    with house.store.reading() as books:
        linked = books.links.officer_of(person)
        here = [who for who, _, active in books.officers.all() if active and who.id == linked]
    if not here:
        raise NotLinked
    return here[0]

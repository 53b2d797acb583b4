"""What each filter of the inbox asks of a view, said to the database."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from core import inbox
from core.facts import State, Worry
from core.inbox import Sieve
from core.languages import READ_AS_ENGLISH
from storage import tables

VIEW, OPENING = tables.view.c, tables.opening.c
COLUMN = {"voice": "voice", "door": "door", "kind": "kind", "age": "age_band"}
COLUMN |= {"permission": "permission"}
Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer asks to see.

    Args:
        me: the officer; `mine` holds them and those for whom they stand in.
        hidden: views that this officer must not learn of.
        keys: only views with one of these keys (what a search found); None for all.
        closed_too: what waits for nobody is shown as well.
    """

    sieve: Sieve
    me: str
    today: date
    mine: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    keys: Collection[str] | None = None
    closed_too: bool = False


def conditions(asked: Asked) -> Iterator[Condition]:
    """What each filter that is set asks of a view."""
    sieve = asked.sieve
    if sieve.state == inbox.CLOSED:
        yield VIEW.urgency >= inbox.DONE
    elif not (asked.closed_too or sieve.state == State.FILED or sieve.owner == inbox.ASKED_OF_ME):
        yield VIEW.urgency < inbox.DONE
    for name, column in COLUMN.items():
        if value := getattr(sieve, name):
            yield VIEW[column] == value
    if sieve.state not in ("", inbox.CLOSED):
        yield VIEW.state == sieve.state
    yield from _worry(sieve)
    yield from _said(sieve)
    if sieve.due:
        first, last = inbox.days_due(sieve.due, asked.today)
        yield sa.and_(VIEW.due_on.between(first, last), VIEW.state.not_in(inbox.SETTLED))
    yield from _people(asked)


def _worry(sieve: Sieve) -> Iterator[Condition]:
    if sieve.worry == inbox.RAISED:
        yield sa.or_(VIEW.worry.in_((Worry.URGENT, Worry.CONCERN)), VIEW.asked_for_help)
    elif sieve.worry:
        yield VIEW.worry == sieve.worry


def _said(sieve: Sieve) -> Iterator[Condition]:
    """What it is about, and in which language."""
    if sieve.language == inbox.INTERPRETER:
        yield VIEW.language.not_in(READ_AS_ENGLISH)
    elif sieve.language:
        yield VIEW.language == sieve.language
    if sieve.theme:
        yield _carries(sieve.theme)


def _people(asked: Asked) -> Iterator[Condition]:
    """Who has it in hand, and who has not read it."""
    mine = VIEW.owner_id.in_(asked.mine | {asked.me})
    owners = {
        inbox.ME: mine,
        inbox.NOBODY: VIEW.owner_id.is_(None),
        inbox.OTHERS: sa.and_(VIEW.owner_id.is_not(None), ~mine),
        inbox.ASKED_OF_ME: VIEW.id.in_(asked_of(asked.me)),
    }
    if asked.sieve.owner:
        yield owners[asked.sieve.owner]
    if asked.sieve.unread == inbox.NOBODY:
        yield VIEW.state == State.RECEIVED
    elif asked.sieve.unread == inbox.ME:
        opened = sa.select(OPENING.view_id).where(OPENING.officer_id == asked.me)
        yield VIEW.id.not_in(opened)


def asked_of(officer_id: str) -> sa.Select[tuple[str]]:
    """The views on which a colleague waits for this officer's word."""
    note = tables.note.c
    return sa.select(note.view_id).where(note.asks == officer_id, note.open)


def _carries(theme: str) -> Condition:
    """Agreed under this theme, or where nobody decided, picked by the machine."""
    meant, guess = tables.agreed.c, tables.suggestion.c
    agreed = sa.select(meant.view_id).where(meant.theme == theme)
    picked = sa.select(guess.view_id).where(guess.theme == theme, guess.picked)
    return sa.or_(VIEW.id.in_(agreed), sa.and_(~VIEW.decided, VIEW.id.in_(picked)))

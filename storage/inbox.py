"""The inbox, sieved, ordered and cut into pages by the database: 100,000 views cost what 50 do."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core import inbox
from core.facts import AgeBand, Door, Kind, State, Voice, Worry
from core.inbox import Place, Sieve
from core.languages import READ_AS_ENGLISH
from core.stories import QueueLine
from storage import tables

VIEW, OPENING = tables.view.c, tables.opening.c
SHOWN = [
    VIEW[name]
    for name in (
        *("id", "voice", "door", "kind", "worry", "asked_for_help", "state", "received_on"),
        *("due_on", "age_band", "language", "owner_id", "urgency", "corrected"),
    )
]
ORDER = (VIEW.urgency, VIEW.due_on, VIEW.id)
BACKWARDS = (VIEW.urgency.desc(), VIEW.due_on.desc(), VIEW.id.desc())
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


class Inbox:
    """The ledger of views as a list of work. It opens no words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(self, asked: Asked, limit: int | None, offset: int = 0) -> tuple[QueueLine, ...]:
        """So many lines from that place on, in the order in which they wait."""
        wanted = self._sieved(asked, *SHOWN).order_by(*ORDER).limit(limit).offset(offset)
        rows = self._connection.execute(wanted).all()
        ids = [row.id for row in rows]
        themes, opened = self._themes(ids), self._opened_by(asked.me, ids)
        names = self._names(row.owner_id for row in rows)
        return tuple(
            _line(row, themes.get(row.id, ()), names.get(row.owner_id, ""), row.id not in opened)
            for row in rows
        )

    def count(self, asked: Asked) -> int:
        """How many views that is."""
        return int(self._connection.execute(self._sieved(asked, sa.func.count())).scalar_one())

    def languages(self, asked: Asked) -> Counter[str]:
        """How many of them were written in which language."""
        wanted = self._sieved(asked, VIEW.language, sa.func.count().label("n"))
        rows = self._connection.execute(wanted.group_by(VIEW.language))
        return Counter({row.language: row.n for row in rows})

    def give(self, view_id: str, officer_id: str | None) -> None:
        """This officer has it in hand. What the view says stays, and so does its version."""
        mine = VIEW.id == view_id
        self._connection.execute(sa.update(tables.view).where(mine).values(owner_id=officer_id))

    def place(self, view_id: str) -> Place | None:
        """Where this view stands, whether anything sieves it out or not."""
        wanted = sa.select(VIEW.urgency, VIEW.due_on, VIEW.id).where(VIEW.id == view_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else Place(*row)

    def after(self, asked: Asked, place: Place | None, *, undecided: bool = False) -> str | None:
        """The view that comes next; the first of all where no place is told."""
        wanted = self._sieved(asked, VIEW.id).order_by(*ORDER).limit(1)
        if undecided:
            wanted = wanted.where(sa.or_(~VIEW.decided, VIEW.corrected))
        if place is not None:
            here = (place.urgency, place.due_on, place.view_id)
            wanted = wanted.where(sa.tuple_(*ORDER) > sa.tuple_(*map(sa.literal, here)))
        return self._connection.execute(wanted).scalar()

    def before(self, asked: Asked, place: Place) -> str | None:
        """The view that comes before."""
        here = (place.urgency, place.due_on, place.view_id)
        wanted = self._sieved(asked, VIEW.id).order_by(*BACKWARDS).limit(1)
        wanted = wanted.where(sa.tuple_(*ORDER) < sa.tuple_(*map(sa.literal, here)))
        return self._connection.execute(wanted).scalar()

    def _sieved(self, asked: Asked, *columns: Any) -> sa.Select[Any]:
        wanted = sa.select(*columns).select_from(tables.view).where(*_conditions(asked))
        if asked.hidden:
            wanted = wanted.where(~self._among(VIEW.id, asked.hidden))
        if asked.keys is not None:
            wanted = wanted.where(self._among(VIEW.key_id, asked.keys))
        return wanted

    def _among(self, column: sa.ColumnElement[str], ids: Collection[str]) -> Condition:
        """Whether it is one of these, however many: they travel as one value."""
        if self._connection.dialect.name == "postgresql":
            return column == sa.any_(sa.cast(list(ids), sa.ARRAY(sa.String)))
        each = sa.func.json_each(json.dumps(list(ids))).table_valued("value")
        return column.in_(sa.select(each.c.value))

    def _themes(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """For each view the agreed themes, or where nobody decided, those the machine picked."""
        meant, guess = tables.agreed.c, tables.suggestion.c
        agreed = sa.select(meant.view_id, meant.theme).where(meant.view_id.in_(ids))
        undecided = sa.select(VIEW.id).where(VIEW.id.in_(ids), ~VIEW.decided)
        picked = sa.select(guess.view_id, guess.theme).where(
            guess.picked, guess.view_id.in_(undecided)
        )
        found: dict[str, tuple[str, ...]] = {}
        for row in self._connection.execute(sa.union(agreed, picked).order_by("view_id", "theme")):
            found[row.view_id] = (*found.get(row.view_id, ()), row.theme)
        return found

    def _opened_by(self, officer_id: str, ids: Sequence[str]) -> set[str]:
        wanted = sa.select(OPENING.view_id).where(
            OPENING.officer_id == officer_id, OPENING.view_id.in_(ids)
        )
        return set(self._connection.execute(wanted).scalars())

    def _names(self, officer_ids: Iterable[str | None]) -> dict[str, str]:
        who = tables.officer.c
        wanted = sa.select(who.id, who.name).where(who.id.in_({i for i in officer_ids if i}))
        return {row.id: row.name for row in self._connection.execute(wanted)}


def _line(row: Any, themes: tuple[str, ...], owner: str, unread: bool) -> QueueLine:
    return QueueLine(
        view_id=row.id,
        voice=Voice(row.voice),
        door=Door(row.door),
        kind=Kind(row.kind),
        worry=Worry(row.worry),
        asked_for_help=row.asked_for_help,
        state=State(row.state),
        received_on=row.received_on,
        due_on=row.due_on,
        theme_keys=themes,
        age_band=None if row.age_band is None else AgeBand(row.age_band),
        language=row.language,
        corrected=row.corrected,
        owner_id=row.owner_id,
        owner=owner,
        unread=unread,
        closed=row.urgency >= inbox.DONE,
    )


def _conditions(asked: Asked) -> Iterator[Condition]:
    """What each filter that is set asks of a view."""
    sieve = asked.sieve
    if sieve.state == inbox.CLOSED:
        yield VIEW.urgency >= inbox.DONE
    elif not asked.closed_too:
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
        yield sa.and_(VIEW.due_on.between(first, last), VIEW.state != State.ANSWERED)
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
    }
    if asked.sieve.owner:
        yield owners[asked.sieve.owner]
    if asked.sieve.unread == inbox.NOBODY:
        yield VIEW.state == State.RECEIVED
    elif asked.sieve.unread == inbox.ME:
        opened = sa.select(OPENING.view_id).where(OPENING.officer_id == asked.me)
        yield VIEW.id.not_in(opened)


def _carries(theme: str) -> Condition:
    """Agreed under this theme, or where nobody decided, picked by the machine."""
    meant, guess = tables.agreed.c, tables.suggestion.c
    agreed = sa.select(meant.view_id).where(meant.theme == theme)
    picked = sa.select(guess.view_id).where(guess.theme == theme, guess.picked)
    return sa.or_(VIEW.id.in_(agreed), sa.and_(~VIEW.decided, VIEW.id.in_(picked)))

"""The inbox, sieved, ordered and cut into pages by the database: 100,000 views cost what 50 do."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core import inbox
from core.facts import AgeBand, Door, Kind, State, Voice, Worry
from core.inbox import Place
from core.languages import READ_AS_ENGLISH
from core.stories import QueueLine
from core.sureness import NEAR, SURE
from storage import tables
from storage.sieving import Asked, conditions

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
Condition = sa.ColumnElement[bool]


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

    def in_hand(self, officer_id: str, without: Collection[str] = ()) -> int:
        """How many views that wait this officer has in hand, without those of these ids."""
        mine = sa.and_(VIEW.owner_id == officer_id, VIEW.urgency < inbox.DONE)
        found = self._connection.execute(sa.select(VIEW.id).where(mine)).scalars()
        return sum(view_id not in without for view_id in found)

    def hand_over(self, officer_id: str, to: str | None, hidden: Collection[str]) -> None:
        """Give all that one officer has in hand to another, or to nobody.

        What is hidden from that other one is nobody's from now on.
        """
        mine = VIEW.owner_id == officer_id
        change = sa.update(tables.view).values(owner_id=to)
        if hidden:
            kept_out = self._among(VIEW.id, hidden)
            free = sa.update(tables.view).where(mine, kept_out).values(owner_id=None)
            self._connection.execute(free)
        self._connection.execute(change.where(mine))

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

    def sure(self, asked: Asked, limit: int) -> tuple[tuple[str, ...], int]:
        """The first that the machine is sure of and that worry nobody, and how many there are."""
        guess = tables.suggestion.c
        likely = sa.select(guess.view_id).where(guess.picked)
        doubtful = sa.select(guess.view_id).where(
            sa.or_(
                sa.and_(guess.picked, guess.score < SURE),
                sa.and_(~guess.picked, guess.score >= NEAR),
            )
        )
        calm = sa.and_(VIEW.worry == Worry.NONE, ~VIEW.asked_for_help, ~VIEW.decided)
        mine = sa.or_(VIEW.owner_id.is_(None), VIEW.owner_id.in_(asked.mine | {asked.me}))
        read = sa.and_(VIEW.language.in_(READ_AS_ENGLISH), VIEW.read_by.is_not(None))
        sure = (calm, mine, read, VIEW.id.in_(likely), VIEW.id.not_in(doubtful))
        many = self._connection.execute(self._sieved(asked, sa.func.count()).where(*sure))
        first = self._sieved(asked, VIEW.id).where(*sure).order_by(*ORDER).limit(limit)
        return tuple(self._connection.execute(first).scalars()), int(many.scalar_one())

    def _sieved(self, asked: Asked, *columns: Any) -> sa.Select[Any]:
        wanted = sa.select(*columns).select_from(tables.view).where(*conditions(asked))
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

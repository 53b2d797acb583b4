"""What goes and when: the days of answered views, holds, warnings, and what went each night."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import State, Worry
from core.inbox import SETTLED
from core.keeping import Kept, Standing, quarter_of
from core.retention import Retention
from core.stories import ANSWERED, FILED
from storage import rollup, tables
from storage.secrets import new_id
from storage.views import View

VIEW, HOLD, PAST = tables.view.c, tables.hold.c, tables.past.c
Past = tuple[str, str, str, str]
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that the law wants kept: one view, or everything where `view_id` is None."""

    id: str
    view_id: str | None
    reason: str
    post: str
    on: date


@dataclass(frozen=True, slots=True)
class Night:
    """What went in one night, in counts alone.

    Args:
        dropped: counts that were too small to outlive their views.
        keys: keys that were destroyed.
    """

    on: date
    words: int = 0
    talk: int = 0
    contacts: int = 0
    dropped: int = 0
    keys: int = 0


def _latest(table: sa.Table, day: sa.ColumnElement[Any], *which: Any) -> sa.ScalarSelect[Any]:
    wanted = sa.select(sa.func.max(day)).where(table.c.view_id == VIEW.id, *which)
    return wanted.correlate(tables.view).scalar_subquery()


def _any(table: sa.Table, *which: Any) -> sa.ColumnElement[bool]:
    return sa.exists().where(table.c.view_id == VIEW.id, *which).correlate(tables.view)


PAPER_ON = (
    sa.select(sa.func.max(tables.paper.c.issued_on))
    .join(tables.paper_view, tables.paper_view.c.paper_id == tables.paper.c.id)
    .where(tables.paper_view.c.view_id == VIEW.id)
    .correlate(tables.view)
    .scalar_subquery()
)
CONTACT, TALK = sa.or_(_any(tables.who), _any(tables.writer)), _any(tables.message)
RAISED = sa.or_(VIEW.asked_for_help, VIEW.worry != Worry.NONE, _any(tables.want))
SETTLING = tables.step.c.what.in_((ANSWERED, FILED))
DAYS = sa.select(
    VIEW.id,
    VIEW.version,
    VIEW.received_on,
    _latest(tables.step, tables.step.c.on, SETTLING).label("answered_on"),
    _latest(tables.message, tables.message.c.on).label("talked_on"),
    PAPER_ON.label("paper_on"),
    _latest(tables.going, tables.going.c.warned_on).label("warned_on"),
    _any(tables.correction, tables.correction.c.open).label("waits"),
    _any(tables.hold, HOLD.ended_on.is_(None)).label("held"),
    TALK.label("has_talk"),
    CONTACT.label("has_contact"),
    RAISED.label("raised"),
).where(VIEW.state.in_(SETTLED))


class Keeping:
    """The ledger of what goes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def answered(self, rules: Retention, today: date) -> tuple[Standing, ...]:
        """Answered views that are so old that something of them may be due, with their days.

        Nothing was answered before it came, so the day on which it came tells enough to pass the
        others over. Who passed what on is for the caller to add.
        """

        def before(days: int, warning: int = 0) -> sa.ColumnElement[bool]:
            return VIEW.received_on <= today + timedelta(days=warning - days)

        may_be_due = sa.or_(
            before(rules.words, rules.warning),
            sa.and_(RAISED, before(rules.flagged, rules.warning)),
            sa.and_(CONTACT, before(rules.contact)),
            sa.and_(TALK, before(rules.talk)),
        )
        return tuple(_standing(row) for row in self._connection.execute(DAYS.where(may_be_due)))

    def open_ones(self, without: Collection[str] = ()) -> dict[Kept, int]:
        """How many views stay because nobody read or answered them, without those of these ids."""
        still = sa.select(VIEW.id, VIEW.state).where(VIEW.state.not_in(SETTLED))
        many = Counter(
            Kept.UNREAD if row.state == State.RECEIVED else Kept.OPEN
            for row in self._connection.execute(still)
            if row.id not in without
        )
        return {kind: many[kind] for kind in (Kept.UNREAD, Kept.OPEN)}

    def warn(self, view_ids: Iterable[str], on: date) -> None:
        """The desk says from today on that these go."""
        wanted = list(view_ids)
        for at in range(0, len(wanted), AT_ONCE):
            here = VIEW.id.in_(wanted[at : at + AT_ONCE])  # one may have gone meanwhile
            day = sa.literal(on, sa.Date).label("warned_on")
            going = sa.insert(tables.going).from_select(
                ["view_id", "warned_on"], sa.select(VIEW.id, day).where(here)
            )
            self._connection.execute(going)

    def warn_no_more(self, view_ids: Iterable[str]) -> None:
        """These do not go for now: a warning begins anew when they do."""
        for view_id in view_ids:
            gone = tables.going.c.view_id == view_id
            self._connection.execute(sa.delete(tables.going).where(gone))

    def warned(self) -> set[str]:
        """The ids of views that the desk says go."""
        return set(self._connection.execute(sa.select(tables.going.c.view_id)).scalars())

    def erase(self, view: View) -> None:
        """Take a view and every row that hangs on it away; its key goes after the commit."""
        self._connection.execute(sa.delete(tables.view).where(VIEW.id == view.id))

    def erase_talk(self, view_id: str) -> None:
        """Take the messages of a view away."""
        mine = tables.message.c.view_id == view_id
        self._connection.execute(sa.delete(tables.message).where(mine))

    def erase_contact(self, view_id: str) -> None:
        """Take a name and every way to reach somebody away."""
        for table in (tables.who, tables.writer):
            self._connection.execute(sa.delete(table).where(table.c.view_id == view_id))

    def count_past(self, view: View, cells: Iterable[rollup.Cell]) -> None:
        """Let a view's counts outlive it, by the quarter in which it was received."""
        for cell in cells:
            past = (quarter_of(view.received_on), cell.voice, cell.basis, cell.theme)
            grown = sa.update(tables.past).where(_is(past)).values(n=PAST.n + 1)
            if self._connection.execute(grown).rowcount == 0:
                self._connection.execute(sa.insert(tables.past).values((*past, 1)))

    def past(self) -> Counter[Past]:
        """The counts that outlived their views."""
        rows = self._connection.execute(sa.select(tables.past))
        return Counter({(r.quarter, r.voice, r.basis, r.theme): r.n for r in rows})

    def drop_past(self, cells: Iterable[Past]) -> None:
        """Take counts away that are too small to be kept."""
        for past in cells:
            self._connection.execute(sa.delete(tables.past).where(_is(past)))

    def quarters_with_views(self) -> set[str]:
        """The quarters of which views are still here."""
        days = self._connection.execute(sa.select(VIEW.received_on).distinct()).scalars()
        return {quarter_of(day) for day in days}

    def hold(self, view_id: str | None, reason: str, officer_id: str, post: str, on: date) -> str:
        """Keep a view, or everything, until the hold is lifted; the hold's id."""
        made = new_id()
        row = {"id": made, "view_id": view_id, "reason": reason, "officer_id": officer_id}
        self._connection.execute(sa.insert(tables.hold).values(**row, post=post, on=on))
        return made

    def lift(self, hold_id: str, post: str, on: date) -> bool:
        """End a hold; False where there is none that stands."""
        mine = sa.and_(HOLD.id == hold_id, HOLD.ended_on.is_(None))
        ended = sa.update(tables.hold).where(mine).values(ended_on=on, ended_by=post)
        return self._connection.execute(ended).rowcount == 1

    def holds(self, view_id: str | None = None) -> tuple[Hold, ...]:
        """Every hold that stands, the newest first; or those on one view and on everything."""
        wanted = sa.select(HOLD.id, HOLD.view_id, HOLD.reason, HOLD.post, HOLD.on)
        wanted = wanted.where(HOLD.ended_on.is_(None)).order_by(HOLD.on.desc(), HOLD.id)
        if view_id is not None:
            wanted = wanted.where(sa.or_(HOLD.view_id == view_id, HOLD.view_id.is_(None)))
        return tuple(Hold(*row) for row in self._connection.execute(wanted))

    def certify(self, night: Night) -> str:
        """Keep what went in a night, in counts; the line's id."""
        made = new_id()
        told = {name: getattr(night, name) for name in Night.__dataclass_fields__}
        self._connection.execute(sa.insert(tables.erasure).values(id=made, **told))
        return made

    def nights(self, most: int = 24) -> tuple[Night, ...]:
        """The last nights on which something went, the newest first."""
        wanted = sa.select(*(tables.erasure.c[name] for name in Night.__dataclass_fields__))
        wanted = wanted.order_by(tables.erasure.c.on.desc(), tables.erasure.c.id).limit(most)
        return tuple(Night(*row) for row in self._connection.execute(wanted))


def _is(past: Past) -> sa.ColumnElement[bool]:
    quarter, voice, basis, theme = past
    return sa.and_(
        PAST.quarter == quarter, PAST.voice == voice, PAST.basis == basis, PAST.theme == theme
    )


def _standing(row: Any) -> Standing:
    return Standing(
        view_id=row.id,
        version=row.version,
        answered_on=row.answered_on or date.max - timedelta(days=4000),
        talked_on=row.talked_on,
        paper_on=row.paper_on,
        raised=row.raised,
        waits=row.waits,
        held=row.held,
        has_talk=row.has_talk,
        has_contact=row.has_contact,
        warned_on=row.warned_on,
        received_on=row.received_on,
    )

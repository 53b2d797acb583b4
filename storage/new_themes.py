"""The ledger of finds: what was proposed, and what officers made of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import Suggestions
from core.languages import READ_AS_ENGLISH
from core.new_themes import Fate, Find, Member, Proposal
from storage import tables
from storage.secrets import new_id

FOUND, PART, VIEW = tables.new_theme.c, tables.new_theme_view.c, tables.view.c
LIKELY = 0.5  # a view whose likeliest theme is below fits ill


class NewThemes:
    """Finds, with the views that they were made of."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def strays(self, start: date, end: date) -> tuple[str, ...]:
        """Views of these days that fit nowhere, and that the machine could read.

        Undecided views without a likely theme, views that people agreed to be about none, and
        those whose writers say that no theme fits.
        """
        likely = _ids(tables.suggestion, tables.suggestion.c.score >= LIKELY)
        agreed = _ids(tables.agreed, sa.true())
        decided = _ids(tables.decision, sa.true())
        mine = tables.correction.c
        nothing_fits = _ids(tables.correction, sa.and_(mine.open, mine.themes == ""))
        ill = sa.and_(VIEW.id.not_in(decided), VIEW.id.not_in(likely))
        about_nothing = sa.and_(VIEW.id.in_(decided), VIEW.id.not_in(agreed))
        wanted = sa.select(VIEW.id).where(
            VIEW.received_on.between(start, end),
            VIEW.language.in_(READ_AS_ENGLISH),
            VIEW.tagged_by != Suggestions().method,
            sa.or_(ill, about_nothing, VIEW.id.in_(nothing_fits)),
        )
        return tuple(self._connection.execute(wanted.order_by(VIEW.id)).scalars())

    def propose(self, finds: Iterable[Find], on: date) -> int:
        """These are proposed in place of earlier proposals; how many are new.

        What officers decided stays, and is not proposed again while half its views are the same.
        """
        old = sa.delete(tables.new_theme).where(FOUND.fate == Fate.PROPOSED)
        self._connection.execute(old)
        decided = [_views(one) for one in self._all(sa.true())]
        fresh = [one for one in finds if not _known(_views(one), decided)]
        for one in fresh:
            self._add(one, on)
        return len(fresh)

    def _add(self, one: Find, on: date) -> None:
        made = new_id()
        told = {"fate": Fate.PROPOSED, "became": "", "officer_id": None, "post": ""}
        self._connection.execute(
            sa.insert(tables.new_theme).values(id=made, name=one.name, found_on=on, **told)
        )
        rows = [
            {"new_theme_id": made, "place": at, **asdict(member)}
            for at, member in enumerate(one.members)
        ]
        self._connection.execute(sa.insert(tables.new_theme_view), rows)

    def listed(self) -> tuple[Proposal, ...]:
        """Every find, the newest first, those of most views first among them."""
        found = self._all(sa.true())
        return tuple(sorted(found, key=lambda p: (-p.found_on.toordinal(), -len(p.members), p.id)))

    def one(self, found_id: str, *, hold: bool = False) -> Proposal | None:
        """One find, held until the commit where it is asked for; None where it is not there."""
        if hold:
            mine = sa.select(FOUND.id).where(FOUND.id == found_id).with_for_update()
            self._connection.execute(mine)
        return next(iter(self._all(FOUND.id == found_id)), None)

    def decide(self, found_id: str, fate: Fate, became: str, officer_id: str, post: str) -> None:
        """An officer adopted, merged or dismissed it."""
        told = {"fate": fate, "became": became, "officer_id": officer_id, "post": post}
        mine = FOUND.id == found_id
        self._connection.execute(sa.update(tables.new_theme).where(mine).values(**told))

    def offer(self, view_ids: Iterable[str], key: str) -> None:
        """Suggest a theme for these views; nobody's decision is touched."""
        mine = tables.suggestion.c
        views = list(view_ids)
        self._connection.execute(
            sa.delete(tables.suggestion).where(mine.view_id.in_(views), mine.theme == key)
        )
        rows = [{"view_id": one, "theme": key, "score": 1.0, "picked": True} for one in views]
        if rows:
            self._connection.execute(sa.insert(tables.suggestion), rows)

    def _all(self, which: sa.ColumnElement[bool]) -> list[Proposal]:
        members: dict[str, list[Any]] = defaultdict(list)
        parts = (
            sa.select(tables.new_theme_view, VIEW.received_on)
            .join(tables.view, VIEW.id == PART.view_id)
            .join(tables.new_theme, FOUND.id == PART.new_theme_id)
            .where(which)
            .order_by(PART.place)
        )
        for row in self._connection.execute(parts):
            members[row.new_theme_id].append(row)
        rows = self._connection.execute(sa.select(tables.new_theme).where(which))
        return [_proposal(row, members[row.id]) for row in rows if members[row.id]]


def _ids(table: sa.Table, which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(table.c.view_id).where(which)


def _views(one: Find | Proposal) -> frozenset[str]:
    return frozenset(member.view_id for member in one.members)


def _known(views: frozenset[str], decided: Iterable[frozenset[str]]) -> bool:
    return any(len(views & before) * 2 >= len(views) for before in decided)


def _proposal(row: Any, members: list[Any]) -> Proposal:
    first_on = min(member.received_on for member in members)
    parts = tuple(Member(m.view_id, m.start, m.end) for m in members)
    fate = Fate(row.fate)
    return Proposal(row.id, row.name, first_on, row.found_on, fate, parts, row.became, row.post)

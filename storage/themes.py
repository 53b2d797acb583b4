"""Suggested and agreed themes: different rows, and every decision is kept."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.counting import EVERYTHING, Slice
from core.facts import Suggestions, ThemeScore, Voice
from core.releases import DID_NOT_SAY as NO_FACE
from core.stories import ThemeDecision
from storage import tables
from storage.secrets import new_id


def _asked(one: Slice) -> list[tuple[str, object]]:
    wanted: list[tuple[str, object]] = [("door", one.door), ("age_band", one.band)]
    return [(name, value) for name, value in wanted if value is not None]


SUGGEST = sa.insert(tables.suggestion)


class Themes:
    """What the machine suggested, what people agreed, and who decided it when."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def suggest(self, view_id: str, suggestions: Suggestions) -> None:
        """Keep the machine's suggestions. The words that carried them are never kept here."""
        rows = [
            {
                "view_id": view_id,
                "theme": t.key,
                "score": t.score,
                "picked": t.key in suggestions.suggested,
            }
            for t in suggestions.themes
        ]
        if rows:
            self._connection.execute(SUGGEST, rows)

    def suggested(self, view_id: str) -> tuple[tuple[ThemeScore, ...], tuple[str, ...]]:
        """The scores, best first, and the keys that the machine would tag."""
        mine = tables.suggestion.c
        rows = self._connection.execute(
            sa.select(tables.suggestion)
            .where(mine.view_id == view_id)
            .order_by(mine.score.desc(), mine.theme)
        ).all()
        scores = tuple(ThemeScore(r.theme, r.score) for r in rows)
        return scores, tuple(r.theme for r in rows if r.picked)

    def agreed(self, view_id: str) -> tuple[str, ...]:
        """The themes that people agreed, in alphabetical order of their keys."""
        mine = tables.agreed.c
        return tuple(
            self._connection.execute(
                sa.select(mine.theme).where(mine.view_id == view_id).order_by(mine.theme)
            ).scalars()
        )

    def agree(
        self, view_id: str, keys: Iterable[str], *, officer_id: str, post: str, on: date
    ) -> None:
        """These are the themes from now on; the decision joins the earlier ones."""
        chosen = sorted(set(keys))
        self._connection.execute(sa.delete(tables.agreed).where(tables.agreed.c.view_id == view_id))
        if chosen:
            rows = [{"view_id": view_id, "theme": key} for key in chosen]
            self._connection.execute(sa.insert(tables.agreed), rows)
        self._connection.execute(
            sa.insert(tables.decision).values(
                id=new_id(),
                view_id=view_id,
                place=len(self.decisions(view_id)),
                themes=" ".join(chosen),
                officer_id=officer_id,
                post=post,
                on=on,
            )
        )

    def undo(self, view_id: str, *, officer_id: str, on: date) -> tuple[str, ...] | None:
        """Take the last decision back where this officer made it that day, and give what it said.

        None where somebody else decided last, or nobody did; then nothing is changed.
        """
        mine = tables.decision.c
        wanted = sa.select(tables.decision).where(mine.view_id == view_id)
        last = self._connection.execute(wanted.order_by(mine.place.desc()).limit(1)).one_or_none()
        if last is None or last.officer_id != officer_id or last.on != on:
            return None
        self._connection.execute(sa.delete(tables.decision).where(mine.id == last.id))
        self._connection.execute(sa.delete(tables.agreed).where(tables.agreed.c.view_id == view_id))
        before = self.decisions(view_id)
        rows = [{"view_id": view_id, "theme": key} for key in (before[-1].keys if before else ())]
        if rows:
            self._connection.execute(sa.insert(tables.agreed), rows)
        return tuple(last.themes.split())

    def decisions(self, view_id: str) -> tuple[ThemeDecision, ...]:
        """Every decision on this view, first to last."""
        mine = tables.decision.c
        rows = self._connection.execute(
            sa.select(tables.decision).where(mine.view_id == view_id).order_by(mine.place)
        )
        return tuple(ThemeDecision(tuple(r.themes.split()), r.post, r.on) for r in rows)

    def agreed_between(self, start: date, end: date) -> tuple[tuple[str, Voice, str], ...]:
        """View, voice and agreed theme of every view received from `start` to `end`."""
        views, mine = tables.view.c, tables.agreed.c
        wanted = (
            sa.select(views.id, views.voice, mine.theme)
            .join(tables.view, views.id == mine.view_id)
            .where(views.received_on.between(start, end))
        )
        return tuple((r.id, Voice(r.voice), r.theme) for r in self._connection.execute(wanted))

    def faces(
        self, start: date, end: date, one: Slice = EVERYTHING, without: frozenset[str] = frozenset()
    ) -> dict[tuple[str, str], int]:
        """How many young people's views of these days carry a theme and a face ("-" for none)."""
        if one.voice is Voice.PRACTITIONER:
            return {}
        views, mine = tables.view.c, tables.agreed.c
        face = sa.func.coalesce(views.face, NO_FACE)
        wanted = (
            sa.select(mine.theme, face, sa.func.count())
            .join(tables.view, views.id == mine.view_id)
            .where(views.received_on.between(start, end), views.voice == Voice.YOUNG_PERSON)
            .where(*(getattr(views, name) == value for name, value in _asked(one)))
            .where(views.id.not_in(without))
            .group_by(mine.theme, face)
        )
        return {(row[0], row[1]): row[2] for row in self._connection.execute(wanted)}

    def decided(self, view_ids: Iterable[str]) -> set[str]:
        """Those of these views that a person grouped, if only under no theme at all."""
        known = self._connection.execute(sa.select(tables.decision.c.view_id).distinct())
        return set(view_ids) & set(known.scalars())

    def every_decided(self) -> set[str]:
        """The ids of all views that a person grouped."""
        return set(self._connection.execute(sa.select(tables.decision.c.view_id)).scalars())

    def by_view(self, view_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each view the agreed themes, or where nobody decided, those the machine picked."""
        wanted = set(view_ids)
        decided = set(
            self._connection.execute(sa.select(tables.decision.c.view_id).distinct()).scalars()
        )
        found: dict[str, list[str]] = {}
        for row in self._connection.execute(sa.select(tables.agreed)):
            found.setdefault(row.view_id, []).append(row.theme)
        picked = sa.select(tables.suggestion).where(tables.suggestion.c.picked)
        for row in self._connection.execute(picked):
            if row.view_id not in decided:
                found.setdefault(row.view_id, []).append(row.theme)
        return {view_id: tuple(sorted(found.get(view_id, ()))) for view_id in wanted}

"""The themes as officers keep them, their history, and the number that tells when they changed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.themes import Theme, ThemeList
from storage import rollup, tables
from storage.secrets import new_id

THEME, AGREED, VIEW = tables.theme.c, tables.agreed.c, tables.view.c
EDITION = sa.select(tables.edition.c.number)
APART = "\n"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done to a theme, as its history tells it."""

    theme: str
    what: str
    before: str
    after: str
    post: str
    on: date


def _theme(row: Any) -> Theme:
    told = {name: value for name, value in row._mapping.items() if name != "place"}
    return Theme(**told | {"csi": tuple(filter(None, row.csi.split(APART)))})


def _row(theme: Theme) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(theme, name) for name in Theme.__dataclass_fields__}
    return told | {"csi": APART.join(theme.csi)}


class Catalogue:
    """The ledger of themes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def edition(self) -> int:
        """A number that grows with each change to themes or settings."""
        return int(self._connection.execute(EDITION).scalar_one())

    def hold(self) -> None:
        """Let nobody change the themes until this transaction ends; others may hold as well."""
        self._connection.execute(EDITION.with_for_update(read=True))

    def bump(self) -> None:
        """Say that something changes; whoever holds the themes is waited for."""
        number = tables.edition.c.number
        self._connection.execute(sa.update(tables.edition).values(number=number + 1))

    def themes(self) -> ThemeList:
        """Every theme that ever was, in order."""
        wanted = sa.select(tables.theme).order_by(THEME.place, THEME.key)
        return ThemeList(tuple(_theme(row) for row in self._connection.execute(wanted)))

    def add(self, theme: Theme) -> None:
        """A new theme, behind all others."""
        behind = sa.select(sa.func.coalesce(sa.func.max(THEME.place), -1) + 1)
        place = self._connection.execute(behind).scalar_one()
        self._connection.execute(sa.insert(tables.theme).values(place=place, **_row(theme)))

    def change(self, theme: Theme) -> None:
        """The theme with this key is as told from now on."""
        mine = THEME.key == theme.key
        self._connection.execute(sa.update(tables.theme).where(mine).values(**_row(theme)))

    def note(self, change: Change, officer_id: str) -> None:
        """Keep in the theme's history what was done."""
        row = tables.theme_change.c
        many = sa.select(sa.func.count()).where(row.theme == change.theme)
        self._connection.execute(
            sa.insert(tables.theme_change).values(
                id=new_id(),
                place=self._connection.execute(many).scalar_one(),
                officer_id=officer_id,
                **{name: getattr(change, name) for name in Change.__dataclass_fields__},
            )
        )

    def history(self, key: str) -> tuple[Change, ...]:
        """What was done to a theme, first to last."""
        row = tables.theme_change.c
        wanted = [row[name] for name in Change.__dataclass_fields__]
        found = self._connection.execute(
            sa.select(*wanted).where(row.theme == key).order_by(row.place)
        )
        return tuple(Change(*one) for one in found)

    def carrying(self, key: str) -> tuple[str, ...]:
        """The ids of the views that people agreed to be about this theme."""
        wanted = sa.select(AGREED.view_id).where(AGREED.theme == key).order_by(AGREED.view_id)
        return tuple(self._connection.execute(wanted).scalars())

    def counted(self, without: Iterable[str]) -> dict[str, int]:
        """How many views people agreed to be about each theme, these ones not counted."""
        wanted = sa.select(AGREED.theme, sa.func.count().label("n")).group_by(AGREED.theme)
        many = Counter({row.theme: row.n for row in self._connection.execute(wanted)})
        for some in _chunks(tuple(without)):
            apart = wanted.where(AGREED.view_id.in_(some))
            many.subtract({row.theme: row.n for row in self._connection.execute(apart)})
        return dict(many)

    def move_agreed(
        self, key: str, into: str, *, officer_id: str, post: str, on: date
    ) -> Counter[rollup.Cell]:
        """Views about one theme are about another from now on; the cells of the roll-up to move.

        Each view gets a decision like any other, so that its history says who did it and when.
        """
        moving = self.carrying(key)
        both = set(self.carrying(into)) & set(moving)
        cells = self._moved(key, into, both)
        for some in _chunks(moving):
            self._connection.execute(
                sa.delete(tables.agreed).where(AGREED.theme == key, AGREED.view_id.in_(some))
            )
        fresh = [{"view_id": view_id, "theme": into} for view_id in moving if view_id not in both]
        if fresh:
            self._connection.execute(sa.insert(tables.agreed), fresh)
        self._decide(moving, officer_id=officer_id, post=post, on=on)
        return cells

    def _moved(self, key: str, into: str, both: set[str]) -> Counter[rollup.Cell]:
        cells: Counter[rollup.Cell] = Counter()
        place = (VIEW.received_on, VIEW.voice, VIEW.door, VIEW.age_band, VIEW.face)
        wanted = sa.select(AGREED.view_id, *place).join(tables.view, VIEW.id == AGREED.view_id)
        for row in self._connection.execute(wanted.where(AGREED.theme == key)):
            cells.subtract(rollup.cells_of_theme(row, row.face, key))
            if row.view_id not in both:
                cells.update(rollup.cells_of_theme(row, row.face, into))
        return cells

    def _decide(self, view_ids: tuple[str, ...], **by: object) -> None:
        decision = tables.decision.c
        for some in _chunks(view_ids):
            now: dict[str, list[str]] = {view_id: [] for view_id in some}
            for row in self._connection.execute(
                sa.select(tables.agreed).where(AGREED.view_id.in_(some)).order_by(AGREED.theme)
            ):
                now[row.view_id].append(row.theme)
            many = sa.select(decision.view_id, sa.func.count().label("n"))
            counted = many.where(decision.view_id.in_(some)).group_by(decision.view_id)
            places = {row.view_id: row.n for row in self._connection.execute(counted)}
            rows = [
                {"id": new_id(), "view_id": v, "place": places.get(v, 0), "themes": " ".join(keys)}
                | by
                for v, keys in now.items()
            ]
            self._connection.execute(sa.insert(tables.decision), rows)

    def move_suggested(self, key: str, into: str) -> None:
        """What the machine suggested as one theme stands under the other, with the higher score."""
        mine, other = tables.suggestion.alias("mine"), tables.suggestion.alias("other")
        pairs = sa.select(mine, other.c.score.label("known"), other.c.picked.label("had")).join(
            other, sa.and_(other.c.view_id == mine.c.view_id, other.c.theme == into), isouter=True
        )
        rows = self._connection.execute(pairs.where(mine.c.theme == key)).all()
        suggestion = tables.suggestion.c
        keys = sa.or_(suggestion.theme == key, suggestion.theme == into)
        for some in _chunks(tuple(row.view_id for row in rows)):
            self._connection.execute(
                sa.delete(tables.suggestion).where(keys, suggestion.view_id.in_(some))
            )
        merged = [
            {
                "view_id": row.view_id,
                "theme": into,
                "score": max(row.score, row.known or 0.0),
                "picked": bool(row.picked or row.had),
            }
            for row in rows
        ]
        if merged:
            self._connection.execute(sa.insert(tables.suggestion), merged)

    def move_statements(self, key: str, into: str) -> None:
        """Public statements about one theme are about the other, each once."""
        said = tables.statement.c
        for row in self._connection.execute(sa.select(said.id, said.themes)).all():
            keys = row.themes.split()
            if key in keys:
                moved = dict.fromkeys(into if one == key else one for one in keys)
                self._connection.execute(
                    sa.update(tables.statement)
                    .where(said.id == row.id)
                    .values(themes=" ".join(moved))
                )


def _chunks(ids: tuple[str, ...], most: int = 500) -> Iterable[tuple[str, ...]]:
    return (ids[at : at + most] for at in range(0, len(ids), most))

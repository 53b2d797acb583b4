"""What officers set, row by row, with the history of each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.secrets import new_id

ROW, CHANGE = tables.setting.c, tables.setting_change.c


@dataclass(frozen=True, slots=True)
class Setting:
    """One row: its name, what it holds, and how often it was changed."""

    name: str
    held: dict[str, str]
    version: int
    place: int


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: what stood there before and after; empty where there was nothing."""

    name: str
    before: dict[str, str]
    after: dict[str, str]
    post: str
    on: date


class Settings:
    """The ledger of settings. storage.catalogue keeps the edition that tells of a change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Setting, ...]:
        """Every row, in the order in which the entries of a family stand."""
        wanted = sa.select(ROW.name, ROW.held, ROW.version, ROW.place)
        rows = self._connection.execute(wanted.order_by(ROW.place, ROW.name))
        return tuple(Setting(r.name, json.loads(r.held), r.version, r.place) for r in rows)

    def put(self, name: str, held: Mapping[str, str]) -> None:
        """Keep what is set under this name; what is new comes last."""
        known = sa.select(ROW.version).where(ROW.name == name)
        version = self._connection.execute(known).scalar_one_or_none()
        text = json.dumps(dict(held), ensure_ascii=False)
        if version is None:
            last = sa.select(sa.func.coalesce(sa.func.max(ROW.place), -1) + 1)
            place = self._connection.execute(last).scalar_one()
            row = {"name": name, "place": place, "held": text, "version": 1}
            self._connection.execute(sa.insert(tables.setting).values(row))
        else:
            changed = sa.update(tables.setting).where(ROW.name == name)
            self._connection.execute(changed.values(held=text, version=version + 1))

    def fill(self, rows: Mapping[str, Mapping[str, str]]) -> None:
        """Put every row of an empty table, in this order."""
        told = [
            {"name": n, "place": place, "held": json.dumps(h, ensure_ascii=False), "version": 1}
            for place, (n, h) in enumerate(rows.items())
        ]
        self._connection.execute(sa.insert(tables.setting), told)

    def swap(self, one: Setting, other: Setting) -> None:
        """Let two entries change their places."""
        for setting, place in ((one, other.place), (other, one.place)):
            moved = sa.update(tables.setting).where(ROW.name == setting.name)
            self._connection.execute(moved.values(place=place))

    def remove(self, name: str) -> None:
        """Take the row away; its history stays."""
        self._connection.execute(sa.delete(tables.setting).where(ROW.name == name))

    def note(self, changed: Changed, officer_id: str) -> None:
        """Keep in the history what was changed."""
        many = sa.select(sa.func.count()).where(CHANGE.name == changed.name)
        before, after = (
            json.dumps(held, ensure_ascii=False) for held in (changed.before, changed.after)
        )
        self._connection.execute(
            sa.insert(tables.setting_change).values(
                id=new_id(),
                name=changed.name,
                place=self._connection.execute(many).scalar_one(),
                before=before,
                after=after,
                officer_id=officer_id,
                post=changed.post,
                on=changed.on,
            )
        )

    def history(self, names: tuple[str, ...] = (), most: int = 100) -> tuple[Changed, ...]:
        """The last changes, the newest first: of these names, or of all."""
        wanted = sa.select(tables.setting_change).order_by(
            CHANGE.on.desc(), CHANGE.name, CHANGE.place.desc()
        )
        if names:
            wanted = wanted.where(CHANGE.name.in_(names))
        return tuple(
            Changed(r.name, json.loads(r.before), json.loads(r.after), r.post, r.on)
            for r in self._connection.execute(wanted.limit(most))
        )

"""The conversation about a view: additions, messages both ways, and what happened step by step."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.stories import Message, Step
from storage import tables
from storage.secrets import Secrets, mac, new_id
from storage.vault import Vault, seal, unseal
from storage.views import View

STEP = sa.insert(tables.step)


class Threads:
    """The ledger of conversations. All words are sealed with the key of their view."""

    def __init__(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        self._connection = connection
        self._vault = vault
        self._secrets = secrets

    def add_addition(self, view: View, words: str, on: date) -> None:
        """Words that came in the same form a second time, changed."""
        made = new_id()
        sealed = seal(self._vault.key(view.key_id), words, made)
        self._connection.execute(
            sa.insert(tables.addition).values(id=made, view_id=view.id, words=sealed, on=on)
        )
        self._draw_again(view)

    def additions(self, view: View) -> tuple[str, ...]:
        """The additions to a view."""
        mine = tables.addition.c
        rows = self._connection.execute(
            sa.select(tables.addition).where(mine.view_id == view.id).order_by(mine.on, mine.id)
        ).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(unseal(key, row.words, row.id) for row in rows)

    def once_mac(self, once_key: str) -> bytes:
        """What is kept of the once-key of a message."""
        return mac(self._secrets.once, "message", once_key)

    def said_before(self, once_key: str) -> bool:
        """Whether that very message was stored already."""
        mine = tables.message.c.once_mac == self.once_mac(once_key)
        return (
            self._connection.execute(sa.select(tables.message.c.id).where(mine)).first() is not None
        )

    def say(
        self, view: View, words: str, on: date, *, officer_id: str | None, once_key: str | None
    ) -> None:
        """Add a message: ours where an officer wrote it, else the person's."""
        made = new_id()
        sealed = seal(self._vault.key(view.key_id), words, made)
        self._connection.execute(
            sa.insert(tables.message).values(
                id=made,
                view_id=view.id,
                place=self._next(tables.message, view),
                from_us=officer_id is not None,
                words=sealed,
                on=on,
                officer_id=officer_id,
                once_mac=None if once_key is None else self.once_mac(once_key),
            )
        )
        self._draw_again(view)

    def _draw_again(self, view: View) -> None:
        """The sketch for search is older than the words now."""
        mine = tables.view.c.id == view.id
        self._connection.execute(sa.update(tables.view).where(mine).values(sketched=False))

    def messages(self, view: View) -> tuple[Message, ...]:
        """The conversation, first to last."""
        mine = tables.message.c
        rows = self._connection.execute(
            sa.select(tables.message).where(mine.view_id == view.id).order_by(mine.place)
        ).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(Message(unseal(key, r.words, r.id), r.on, r.from_us, r.id) for r in rows)

    def further(self, start: date, end: date, without: Collection[str] = ()) -> int:
        """How many messages and additions people sent in these days after their first words.

        Args:
            without: views that are counted nowhere.
        """
        said, more = tables.message.c, tables.addition.c
        theirs = sa.and_(said.on.between(start, end), sa.not_(said.from_us))
        messages = sa.select(said.view_id).where(theirs)
        additions = sa.select(more.view_id).where(more.on.between(start, end))
        found = self._connection.execute(sa.union_all(messages, additions)).scalars()
        return sum(view_id not in without for view_id in found)

    def note(self, view: View, step: Step) -> None:
        """Something happened to this view. The same step on the same day is noted once."""
        if step in self.steps(view):
            return
        self._add_step(view.id, self._next(tables.step, view), step)

    def unnote(self, view: View, step: Step) -> None:
        """That did not happen after all."""
        mine = tables.step.c
        same = sa.and_(mine.view_id == view.id, mine.what == step.what, mine.on == step.on)
        self._connection.execute(sa.delete(tables.step).where(same))

    def first_step(self, view_id: str, step: Step) -> None:
        """How a view's story begins."""
        self._add_step(view_id, 0, step)

    def _add_step(self, view_id: str, place: int, step: Step) -> None:
        self._connection.execute(
            STEP, {"id": new_id(), "view_id": view_id, "place": place, **asdict(step)}
        )

    def steps(self, view: View) -> tuple[Step, ...]:
        """What happened, first to last."""
        mine = tables.step.c
        rows = self._connection.execute(
            sa.select(tables.step).where(mine.view_id == view.id).order_by(mine.place)
        )
        return tuple(Step(r.what, r.on, r.detail) for r in rows)

    def _next(self, table: sa.Table, view: View) -> int:
        counted = sa.select(sa.func.count()).where(table.c.view_id == view.id)
        return self._connection.execute(counted).scalar_one()

"""What officers said of a view beside its themes, and what they wrote to each other about it."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.judgement import Fallback, Judgement, Stance
from core.notes import Note
from storage import tables
from storage.secrets import new_id
from storage.vault import Vault, seal, unseal
from storage.views import View

SAID, NOTE = tables.appraisal.c, tables.note.c


class Judgements:
    """The ledger of stances, marks and notes. Notes are sealed with the key of their view."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of(self, view_id: str) -> Judgement | None:
        """What was said of this view; None where nobody has yet."""
        wanted = sa.select(tables.appraisal).where(SAID.view_id == view_id)
        row = self._connection.execute(wanted).one_or_none()
        if row is None:
            return None
        fallbacks = frozenset(Fallback(one) for one in row.fallbacks.split())
        return Judgement(Stance(row.stance), row.rich, fallbacks)

    def judge(self, view_id: str, said: Judgement, *, officer_id: str, on: date) -> None:
        """This is what is said of the view from now on."""
        self._connection.execute(sa.delete(tables.appraisal).where(SAID.view_id == view_id))
        self._connection.execute(
            sa.insert(tables.appraisal).values(
                view_id=view_id,
                stance=said.stance,
                rich=said.rich,
                fallbacks=" ".join(sorted(said.fallbacks)),
                officer_id=officer_id,
                on=on,
            )
        )

    def write(
        self, view: View, words: str, *, officer_id: str, post: str, on: date, asks: str | None
    ) -> None:
        """Add a note; it waits for `asks` where a colleague is asked."""
        made = new_id()
        place = sa.select(sa.func.count()).where(NOTE.view_id == view.id)
        self._connection.execute(
            sa.insert(tables.note).values(
                id=made,
                view_id=view.id,
                place=self._connection.execute(place).scalar_one(),
                words=seal(self._vault.key(view.key_id), words, f"note:{made}"),
                officer_id=officer_id,
                post=post,
                on=on,
                asks=asks,
                open=asks is not None,
            )
        )

    def settle(self, view_id: str, officer_id: str) -> bool:
        """What this officer was asked about the view is done; False where nothing was asked."""
        mine = sa.and_(NOTE.view_id == view_id, NOTE.asks == officer_id, NOTE.open)
        done = sa.update(tables.note).where(mine).values(open=False)
        return self._connection.execute(done).rowcount > 0

    def ask_instead(self, officer_id: str, to: str | None) -> None:
        """What was asked of one officer is asked of another, or of nobody where that is None."""
        mine = sa.and_(NOTE.asks == officer_id, NOTE.open)
        told = {"asks": to} if to else {"open": False}
        self._connection.execute(sa.update(tables.note).where(mine).values(**told))

    def notes(self, view: View) -> tuple[Note, ...]:
        """Every note, first to last."""
        asked = tables.officer.alias()
        wanted = (
            sa.select(tables.note, asked.c.name.label("asked"))
            .outerjoin(asked, asked.c.id == NOTE.asks)
            .where(NOTE.view_id == view.id)
            .order_by(NOTE.place)
        )
        rows = self._connection.execute(wanted).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(
            Note(unseal(key, r.words, f"note:{r.id}"), r.post, r.on, r.asked or "", r.asks, r.open)
            for r in rows
        )

    def is_asked(self, view_id: str, officer_id: str) -> bool:
        """Whether a colleague waits for this officer's word on the view."""
        mine = sa.and_(NOTE.view_id == view_id, NOTE.asks == officer_id, NOTE.open)
        return self._connection.execute(sa.select(NOTE.id).where(mine)).first() is not None

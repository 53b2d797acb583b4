"""Answers that went to everybody in a theme, and on which day each was read. Nobody is traced."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.secrets import new_id

ANSWER, MINE = tables.theme_answer.c, tables.answered_view.c


@dataclass(frozen=True, slots=True)
class ThemeAnswer:
    """One answer, in both versions, with how many it reached and how many came back to read it."""

    id: str
    theme: str
    adult: str
    young: str
    on: date
    reached: int
    read: int
    action_id: str | None = None


class ThemeAnswers:
    """The ledger of answers to a theme."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        theme: str,
        *,
        adult: str,
        young: str,
        action_id: str | None,
        officer_id: str,
        on: date,
    ) -> str:
        """Keep an answer; its id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.theme_answer).values(
                id=made,
                theme=theme,
                action_id=action_id,
                adult=adult,
                young=young,
                on=on,
                officer_id=officer_id,
            )
        )
        return made

    def reach(self, answer_id: str, view_ids: Iterable[str]) -> None:
        """It went to these views."""
        rows = [
            {"answer_id": answer_id, "view_id": view_id, "seen_on": None}
            for view_id in sorted(set(view_ids))
        ]
        if rows:
            self._connection.execute(sa.insert(tables.answered_view), rows)

    def went_to(self, theme: str, adult: str, young: str, on: date) -> frozenset[str]:
        """The views that got this very answer that day."""
        same = sa.and_(
            ANSWER.theme == theme, ANSWER.adult == adult, ANSWER.young == young, ANSWER.on == on
        )
        wanted = sa.select(MINE.view_id).join(tables.theme_answer, ANSWER.id == MINE.answer_id)
        return frozenset(self._connection.execute(wanted.where(same)).scalars())

    def unseen(self, view_id: str) -> bool:
        """Whether an answer waits for this view."""
        mine = sa.and_(MINE.view_id == view_id, MINE.seen_on.is_(None))
        return self._connection.execute(sa.select(MINE.answer_id).where(mine)).first() is not None

    def see(self, view_id: str, on: date) -> None:
        """Whoever holds the code came back and read it: a day, and nothing else."""
        mine = sa.and_(MINE.view_id == view_id, MINE.seen_on.is_(None))
        self._connection.execute(sa.update(tables.answered_view).where(mine).values(seen_on=on))

    def all(self, without: Collection[str] = ()) -> tuple[ThemeAnswer, ...]:
        """Every answer, newest first.

        Args:
            without: views that no total counts.
        """
        mine = sa.and_(MINE.answer_id == ANSWER.id, MINE.view_id.not_in(sorted(without)))
        reached = sa.select(sa.func.count()).where(mine).scalar_subquery()
        read = sa.select(sa.func.count()).where(mine, MINE.seen_on.is_not(None)).scalar_subquery()
        wanted = sa.select(tables.theme_answer, reached.label("reached"), read.label("read"))
        rows = self._connection.execute(wanted.order_by(ANSWER.on.desc(), ANSWER.id))
        return tuple(
            ThemeAnswer(r.id, r.theme, r.adult, r.young, r.on, r.reached, r.read, r.action_id)
            for r in rows
        )

    def of_view(self, view_id: str) -> tuple[ThemeAnswer, ...]:
        """The answers that went to this view."""
        went = sa.select(MINE.answer_id).where(MINE.view_id == view_id)
        ids = set(self._connection.execute(went).scalars())
        return tuple(one for one in self.all() if one.id in ids)

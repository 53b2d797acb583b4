"""Resolutions, action points and promises, what their owners say, and questions to a theme."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.actions import Action, ActionState, Progress
from core.board import Felt, Standing, felt_by
from storage import tables
from storage.board import FELT
from storage.secrets import new_id

ACTION, PROGRESS, ASK = tables.action.c, tables.progress.c, tables.ask.c
ENTRY, PRESS, ASKED = tables.board_entry.c, tables.board_press.c, tables.asked_view.c
SAID = tables.message.c


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that went to everybody in a theme, and how many answered.

    Args:
        arising: what an officer wrote about the answers, for the next paper.
    """

    id: str
    action_id: str
    theme: str
    question: str
    on: date
    reached: int
    answered: int
    arising: str = ""


class Actions:
    """The ledger of what was decided and promised."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, action: Action) -> str:
        """Keep a new action; its id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.action).values(
                id=made,
                paper_id=action.paper_id,
                kind=action.kind,
                label=action.label,
                made_on=action.made_on,
                version=1,
                **_row(action),
            )
        )
        return made

    def change(self, action: Action) -> bool:
        """Keep what is said of it now; False where somebody else changed it meanwhile."""
        mine = sa.and_(ACTION.id == action.id, ACTION.version == action.version)
        values = {"version": action.version + 1, **_row(action)}
        changed = self._connection.execute(sa.update(tables.action).where(mine).values(values))
        return changed.rowcount == 1

    def tell(self, action_id: str, said: Progress, officer_id: str) -> None:
        """Add what the owner said."""
        many = sa.select(sa.func.count()).where(PROGRESS.action_id == action_id)
        self._connection.execute(
            sa.insert(tables.progress).values(
                id=new_id(),
                action_id=action_id,
                place=self._connection.execute(many).scalar_one(),
                on=said.on,
                words=said.words,
                quantified=said.quantified,
                measured=said.measured,
                substantiated=said.substantiated,
                officer_id=officer_id,
            )
        )

    def all(self, threshold: int) -> tuple[Action, ...]:
        """Every action, with its progress and what young people say of it; oldest first."""
        said: dict[str, list[Progress]] = {}
        told = sa.select(tables.progress).order_by(PROGRESS.action_id, PROGRESS.place)
        for row in self._connection.execute(told):
            said.setdefault(row.action_id, []).append(_progress(row))
        felt = self._felt(threshold)
        rows = self._connection.execute(
            sa.select(tables.action).order_by(ACTION.made_on, ACTION.kind, ACTION.label, ACTION.id)
        )
        return tuple(_action(r, tuple(said.get(r.id, ())), felt.get(r.id)) for r in rows)

    def find(self, action_id: str, threshold: int) -> Action | None:
        """The action with that id, or None."""
        return next((one for one in self.all(threshold) if one.id == action_id), None)

    def _felt(self, threshold: int) -> dict[str, Felt]:
        """What young people say on the board of each action that a point there is about."""
        done = sa.select(ENTRY.id, ENTRY.action_id).where(
            ENTRY.action_id.is_not(None),
            ENTRY.standing == Standing.DONE,
            ENTRY.published_on.is_not(None),
        )
        entries = {row.id: row.action_id for row in self._connection.execute(done)}
        pressed = (
            sa.select(PRESS.entry_id, PRESS.yes, sa.func.count().label("n"))
            .where(PRESS.asked == FELT, PRESS.entry_id.in_(entries))
            .group_by(PRESS.entry_id, PRESS.yes)
        )
        counts = {(r.entry_id, bool(r.yes)): r.n for r in self._connection.execute(pressed)}
        felt: dict[str, Felt] = {}
        for entry, action in entries.items():  # of several points, each has to be felt
            said = felt_by(counts.get((entry, True), 0), counts.get((entry, False), 0), threshold)
            felt[action] = Felt.NOT_AGREED if Felt.NOT_AGREED in (said, felt.get(action)) else said
        return felt

    def ask(self, action_id: str, theme: str, question: str, *, officer_id: str, on: date) -> str:
        """Keep that a question is asked; its id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.ask).values(
                id=made,
                action_id=action_id,
                theme=theme,
                question=question,
                on=on,
                officer_id=officer_id,
                arising="",
            )
        )
        return made

    def asked(self, ask_id: str, view_ids: Iterable[str]) -> None:
        """These views were asked."""
        rows = [{"ask_id": ask_id, "view_id": view_id} for view_id in sorted(set(view_ids))]
        if rows:
            self._connection.execute(sa.insert(tables.asked_view), rows)

    def asks(self, without: Collection[str] = ()) -> tuple[Asked, ...]:
        """Every question, with how many it reached and how many wrote after it; newest first.

        Args:
            without: views that no total counts.
        """
        mine = sa.and_(ASKED.ask_id == ASK.id, ASKED.view_id.not_in(sorted(without)))
        reached = sa.select(sa.func.count()).where(mine).scalar_subquery()
        wrote = sa.exists().where(
            SAID.view_id == ASKED.view_id, sa.not_(SAID.from_us), SAID.on >= ASK.on
        )
        answered = sa.select(sa.func.count()).where(mine, wrote).scalar_subquery()
        wanted = sa.select(tables.ask, reached.label("reached"), answered.label("answered"))
        rows = self._connection.execute(wanted.order_by(ASK.on.desc(), ASK.id))
        return tuple(
            Asked(r.id, r.action_id, r.theme, r.question, r.on, r.reached, r.answered, r.arising)
            for r in rows
        )

    def arise(self, ask_id: str, words: str) -> None:
        """Keep what came of a question, for the next paper."""
        mine = ASK.id == ask_id
        self._connection.execute(sa.update(tables.ask).where(mine).values(arising=words))


def _row(action: Action) -> dict[str, object]:
    return {
        "words": action.words,
        "theme": action.theme,
        "owner": action.owner,
        "due_on": action.due_on,
        "state": action.state,
    }


def _progress(row: Any) -> Progress:
    return Progress(row.on, row.words, row.quantified, row.measured, row.substantiated)


def _action(row: Any, progress: tuple[Progress, ...], felt: Felt | None) -> Action:
    return Action(
        id=row.id,
        paper_id=row.paper_id,
        kind=row.kind,
        label=row.label,
        words=row.words,
        theme=row.theme,
        owner=row.owner,
        due_on=row.due_on,
        state=ActionState(row.state),
        made_on=row.made_on,
        progress=progress,
        felt=felt,
        version=row.version,
    )

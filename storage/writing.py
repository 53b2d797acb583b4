"""Papers that are being written: their paragraphs, and what was looked at and let stand."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.records import Draft, Written
from core.summaries import PaperOrder, Period
from storage import tables
from storage.secrets import new_id

DRAFT, PART, LOOKED = tables.draft_paper.c, tables.paragraph.c, tables.looked_at.c
PAPER = tables.paper.c
APART = "\n"


class Writing:
    """The ledger of drafts. A draft is one paper: its days, its meeting and its item."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, order: PaperOrder, officer_id: str, on: date) -> Draft:
        """The draft of this paper: the one that there is, or a new one."""
        known = self.of(order)
        if known is not None:
            return known
        made = new_id()
        self._connection.execute(
            sa.insert(tables.draft_paper).values(
                id=made,
                item_number=order.item_number,
                meeting_on=order.meeting_on,
                period_start=order.period.start,
                period_end=order.period.end,
                made_on=on,
                officer_id=officer_id,
            )
        )
        return Draft(made, order, on)

    def of(self, order: PaperOrder) -> Draft | None:
        """The draft of this paper, or None."""
        mine = sa.and_(
            DRAFT.item_number == order.item_number,
            DRAFT.meeting_on == order.meeting_on,
            DRAFT.period_start == order.period.start,
            DRAFT.period_end == order.period.end,
        )
        return next(iter(self._drafts(mine)), None)

    def find(self, draft_id: str) -> Draft | None:
        """The draft with that id, or None."""
        return next(iter(self._drafts(DRAFT.id == draft_id)), None)

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the latest meeting first."""
        return self._drafts(sa.true())

    def _drafts(self, which: sa.ColumnElement[bool]) -> tuple[Draft, ...]:
        issued = sa.and_(
            PAPER.item_number == DRAFT.item_number,
            PAPER.meeting_on == DRAFT.meeting_on,
            PAPER.period_start == DRAFT.period_start,
            PAPER.period_end == DRAFT.period_end,
        )
        when = sa.select(sa.func.max(PAPER.issued_on)).where(issued).scalar_subquery()
        wanted = sa.select(tables.draft_paper, when.label("issued_on")).where(which)
        rows = self._connection.execute(wanted.order_by(DRAFT.meeting_on.desc(), DRAFT.id))
        return tuple(_draft(row) for row in rows)

    def paragraphs(self, draft_id: str) -> tuple[Written, ...]:
        """What was written for a draft, in order."""
        mine = sa.select(tables.paragraph).where(PART.draft_id == draft_id)
        rows = self._connection.execute(mine.order_by(PART.section, PART.place, PART.id))
        return tuple(
            Written(
                id=r.id,
                section=r.section,
                words=r.words,
                rests=tuple(filter(None, r.rests.split(APART))),
                theme=r.theme,
                version=r.version,
                by=r.post,
                on=r.on,
            )
            for r in rows
        )

    def add(self, draft_id: str, said: Written) -> str:
        """Put a paragraph behind the others of its section; its id."""
        mine = sa.and_(PART.draft_id == draft_id, PART.section == said.section)
        behind = sa.select(sa.func.coalesce(sa.func.max(PART.place), -1) + 1).where(mine)
        made = new_id()
        self._connection.execute(
            sa.insert(tables.paragraph).values(
                id=made,
                draft_id=draft_id,
                section=said.section,
                place=self._connection.execute(behind).scalar_one(),
                version=1,
                **_row(said),
            )
        )
        return made

    def change(self, draft_id: str, said: Written) -> bool:
        """Give a paragraph other words; False where somebody else changed it meanwhile."""
        mine = sa.and_(PART.id == said.id, PART.draft_id == draft_id, PART.version == said.version)
        values = {"version": said.version + 1, **_row(said)}
        changed = self._connection.execute(sa.update(tables.paragraph).where(mine).values(values))
        return changed.rowcount == 1

    def remove(self, draft_id: str, paragraph_id: str) -> None:
        """Take a paragraph out."""
        mine = sa.and_(PART.id == paragraph_id, PART.draft_id == draft_id)
        self._connection.execute(sa.delete(tables.paragraph).where(mine))

    def let_stand(
        self, draft_id: str, mark: str, *, piece: str, reason: str, officer_id: str, on: date
    ) -> None:
        """A person looked at what the guard found and says why it may stand."""
        mine = sa.and_(LOOKED.draft_id == draft_id, LOOKED.mark == mark)
        self._connection.execute(sa.delete(tables.looked_at).where(mine))
        self._connection.execute(
            sa.insert(tables.looked_at).values(
                draft_id=draft_id,
                mark=mark,
                piece=piece,
                reason=reason,
                officer_id=officer_id,
                on=on,
            )
        )

    def stands(self, draft_id: str) -> dict[str, str]:
        """Mark to reason of what a person let stand."""
        wanted = sa.select(LOOKED.mark, LOOKED.reason).where(LOOKED.draft_id == draft_id)
        return {row.mark: row.reason for row in self._connection.execute(wanted)}


def _row(said: Written) -> dict[str, object]:
    return {
        "theme": said.theme,
        "words": said.words,
        "rests": APART.join(said.rests),
        "post": said.by,
        "on": said.on,
    }


def _draft(row: Any) -> Draft:
    order = PaperOrder(Period(row.period_start, row.period_end), row.meeting_on, row.item_number)
    return Draft(row.id, order, row.made_on, row.issued_on)

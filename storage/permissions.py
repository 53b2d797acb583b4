"""Who may see which sentence of a view; where nobody chose so, what holds for the whole view."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import Permission
from core.permissions import Sentence, places_of, sentences_of
from storage import tables
from storage.views import View, Views

SENTENCE = tables.sentence.c


class Permissions:
    """The ledger of permission by the sentence."""

    def __init__(self, connection: Connection, views: Views) -> None:
        self._connection = connection
        self._views = views

    def choose(self, view_id: str, words: str, chosen: Sequence[Permission]) -> None:
        """Keep one answer for each sentence, in place of what was chosen before.

        Nothing is kept where the answers do not fit the sentences: the whole view's counts then.
        """
        places = places_of(words)
        self._connection.execute(sa.delete(tables.sentence).where(SENTENCE.view_id == view_id))
        if len(places) != len(chosen):
            return
        rows = [
            {"view_id": view_id, "start": start, "end": end, "permission": one}
            for (start, end), one in zip(places, chosen, strict=True)
        ]
        if rows:
            self._connection.execute(sa.insert(tables.sentence), rows)

    def sentences(self, view: View) -> tuple[Sentence, ...]:
        """Every sentence with who may see it. KeyGone where the key was destroyed."""
        words, _ = self._views.words(view)
        mine = sa.select(SENTENCE.permission).where(SENTENCE.view_id == view.id)
        rows = self._connection.execute(mine.order_by(SENTENCE.start)).scalars()
        return tuple(sentences_of(words, [Permission(row) for row in rows], view.permission))

    def printed_on(self, view_id: str) -> date | None:
        """The day on which the last paper with this view was issued; None where there is none.

        What that paper holds stays as it is: a change of mind counts from then on.
        """
        paper, held = tables.paper.c, tables.paper_view.c
        last = (
            sa.select(sa.func.max(paper.issued_on))
            .join(tables.paper_view, held.paper_id == paper.id)
            .where(held.view_id == view_id)
        )
        return self._connection.execute(last).scalar_one_or_none()

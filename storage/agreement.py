"""The machine's themes counted against the people's, by month, in the database and not in memory.

Only views that a person decided count, and of these only what the machine could read: where it
made no guess (another language, or it failed) there is nothing to agree with.
"""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.agreement import AGREED, ALL, BOTH, PICKED, RECEIVED, REVIEWED, UNREAD, Cell
from core.facts import Suggestions
from core.languages import READ_AS_ENGLISH
from storage import tables

VIEW, GUESS, MEANT = tables.view.c, tables.suggestion.c, tables.agreed.c
DECIDED = VIEW.id.in_(sa.select(tables.decision.c.view_id))
READABLE = sa.and_(VIEW.language.in_(READ_AS_ENGLISH), VIEW.tagged_by != Suggestions().method)
GUESSES = tables.view.join(tables.suggestion, sa.and_(GUESS.view_id == VIEW.id, GUESS.picked))
AGREEMENTS = tables.view.join(tables.agreed, MEANT.view_id == VIEW.id)
MATCHES = GUESSES.join(tables.agreed, sa.and_(MEANT.view_id == VIEW.id, MEANT.theme == GUESS.theme))
VIEWS = ((RECEIVED, sa.true()), (REVIEWED, DECIDED), (UNREAD, sa.and_(DECIDED, ~READABLE)))
PAIRS = (
    (PICKED, GUESSES, GUESS.theme),
    (AGREED, AGREEMENTS, MEANT.theme),
    (BOTH, MATCHES, GUESS.theme),
)


class Agreements:
    """What the machine picked, what people agreed, and what both said."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counted(
        self, start: date, end: date, *, without: AbstractSet[str] = frozenset()
    ) -> Counter[Cell]:
        """Views received from `start` to `end`, by month, what was said of them, and theme.

        Args:
            without: ids of views that are counted nowhere.
        """
        counted: Counter[Cell] = Counter()
        for what, wanted in _questions():
            within = wanted.where(VIEW.received_on.between(start, end), VIEW.id.not_in(without))
            for row in self._connection.execute(within):
                counted[(f"{row.day:%Y-%m}", what, row.theme)] += row.n
        return counted


def _questions() -> Iterator[tuple[str, sa.Select[Any]]]:
    """One question a figure, each counted by day; a view has one day, so days add up to months."""
    day, all_of_them = VIEW.received_on.label("day"), sa.literal(ALL).label("theme")
    views = sa.func.count(VIEW.id.distinct()).label("n")
    for what, which in VIEWS:
        wanted = sa.select(day, all_of_them, views).where(which)
        yield what, wanted.group_by(VIEW.received_on)
    for what, source, theme in PAIRS:
        asked = sa.and_(DECIDED, READABLE)
        one = sa.select(day, theme.label("theme"), views).select_from(source).where(asked)
        yield what, one.group_by(VIEW.received_on, theme)
        whole = sa.select(day, all_of_them, views).select_from(source).where(asked)
        yield what, whole.group_by(VIEW.received_on)

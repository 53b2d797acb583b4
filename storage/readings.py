"""Which views the full reader has read, and what it changes in them. Nobody's decision is here."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import State, Suggestions, Worry
from storage import tables

VIEW = tables.view.c
OPEN = (State.RECEIVED, State.READ, State.GROUPED)


def _unread_by(reader: str) -> sa.ColumnElement[bool]:
    return sa.or_(VIEW.read_by.is_(None), VIEW.read_by != reader)


class Readings:
    """The ledger of second looks.

    Rationale: none of these moves a view's version on, so that an officer who has the page open
    can still agree its themes: what a machine says takes nothing from what a person decides.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lacking(self, reader: str, most: int) -> tuple[str, ...]:
        """Up to `most` ids of open views that this reader has not read, the newest day first."""
        wanted = (
            sa.select(VIEW.id)
            .where(VIEW.state.in_(OPEN), _unread_by(reader))
            .order_by(VIEW.received_on.desc(), VIEW.half.desc(), VIEW.id)
            .limit(most)
        )
        return tuple(self._connection.execute(wanted).scalars())

    def lacks(self, view_id: str, reader: str) -> bool:
        """Whether this reader has still to read the view."""
        wanted = sa.select(VIEW.id).where(VIEW.id == view_id, _unread_by(reader))
        return self._connection.execute(wanted).first() is not None

    def tick_off(self, view_id: str, reader: str) -> None:
        """This reader is done with the view; more words from its writer put it back."""
        self._set(view_id, read_by=reader)

    def heed(self, view_id: str, worry: Worry, signal: str | None) -> None:
        """Set how soon a person must look, and the sign that says so."""
        self._set(view_id, worry=worry, signal=signal)

    def suggest_anew(self, view_id: str, suggested: Suggestions) -> None:
        """Take the earlier suggestions away and say who speaks now. Agreed themes stay."""
        mine = tables.suggestion.c.view_id == view_id
        self._connection.execute(sa.delete(tables.suggestion).where(mine))
        self._set(
            view_id,
            feeling=suggested.feeling,
            language=suggested.language,
            tagged_by=suggested.method,
        )

    def _set(self, view_id: str, **values: object) -> None:
        self._connection.execute(sa.update(tables.view).where(VIEW.id == view_id).values(**values))

"""Which views the full reader has read, and what it changes in them. Nobody's decision is here."""

import json

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core import inbox
from core.facts import State, Suggestions, Worry
from storage import tables
from storage.vault import Vault, seal, unseal
from storage.views import View

VIEW = tables.view.c
OPEN = (State.RECEIVED, State.READ, State.GROUPED)


def _unread_by(reader: str) -> sa.ColumnElement[bool]:
    return sa.or_(VIEW.read_by.is_(None), VIEW.read_by != reader)


def _place(view: View) -> str:
    return f"reasons:{view.id}"


class Readings:
    """The ledger of second looks.

    Rationale: none of these moves a view's version on, so that an officer who has the page open
    can still agree its themes: what a machine says takes nothing from what a person decides.
    """

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def lacking(self, reader: str, most: int, *, past: bool = False) -> tuple[str, ...]:
        """Up to `most` ids of views that this reader has not read, the newest day first.

        Args:
            past: answered views too, and not only the open ones.
        """
        wanted = (
            sa.select(VIEW.id)
            .where(sa.true() if past else VIEW.state.in_(OPEN), _unread_by(reader))
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
        calm = sa.case((VIEW.asked_for_help, inbox.ASKED), else_=1 + inbox.WORRIES.index(worry))
        placed = sa.case((VIEW.urgency >= inbox.ANSWERED, VIEW.urgency), else_=calm)
        self._set(view_id, worry=worry, signal=signal, urgency=placed)

    def suggest_anew(self, view: View, suggested: Suggestions) -> None:
        """Take the earlier suggestions away and say who speaks now, and why. Agreed themes stay.

        The words that carried a theme are sealed like the words themselves.
        """
        mine = tables.suggestion.c.view_id == view.id
        self._connection.execute(sa.delete(tables.suggestion).where(mine))
        why = json.dumps({one.key: one.why for one in suggested.themes}, ensure_ascii=False)
        self._set(
            view.id,
            reasons=seal(self._vault.key(view.key_id), why, _place(view)),
            feeling=suggested.feeling,
            language=suggested.language,
            tagged_by=suggested.method,
        )

    def reasons(self, view: View) -> dict[str, tuple[str, ...]]:
        """Theme to the words that carried it; empty where the full reader has not suggested."""
        wanted = sa.select(VIEW.reasons).where(VIEW.id == view.id)
        sealed = self._connection.execute(wanted).scalar()
        if sealed is None:
            return {}
        kept = json.loads(unseal(self._vault.key(view.key_id), sealed, _place(view)))
        return {key: tuple(words) for key, words in kept.items()}

    def _set(self, view_id: str, **values: object) -> None:
        self._connection.execute(sa.update(tables.view).where(VIEW.id == view_id).values(**values))

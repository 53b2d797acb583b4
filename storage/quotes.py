"""The quote bank: proposed by one officer, checked by another, sealed like the words it is from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.facts import Permission, Voice
from core.quotes import BankedQuote, QuoteState
from storage import tables
from storage.secrets import new_id
from storage.vault import KeyGone, Vault, seal, unseal
from storage.views import View

QUOTE, VIEW = tables.quote.c, tables.view.c
WANTED = sa.select(tables.quote, VIEW.voice, VIEW.key_id).join(
    tables.view, VIEW.id == QUOTE.view_id
)


@dataclass(frozen=True, slots=True)
class By:
    """An officer, as a quote remembers them."""

    officer_id: str
    post: str
    on: date


class Quotes:
    """The ledger of quotes."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def propose(
        self, view: View, part: str, words: str, audience: Permission, by: By
    ) -> str | None:
        """Let a quote wait for its second check; None where the same waits or is in already."""
        known = (
            one for one in self.of(view.id) if one.state in (QuoteState.WAITING, QuoteState.IN)
        )
        if any(one.words == words and one.audience is audience for one in known):
            return None
        made = new_id()
        self._connection.execute(
            sa.insert(tables.quote).values(
                id=made,
                view_id=view.id,
                part=part,
                sealed=seal(self._vault.key(view.key_id), words, f"quote:{made}"),
                audience=audience,
                state=QuoteState.WAITING,
                proposed_by=by.officer_id,
                proposed_post=by.post,
                proposed_on=by.on,
                checked_post="",
                reason="",
            )
        )
        return made

    def find(self, quote_id: str) -> BankedQuote | None:
        """The quote with this id."""
        return next(iter(self._told(WANTED.where(QUOTE.id == quote_id))), None)

    def of(self, view_id: str) -> tuple[BankedQuote, ...]:
        """Every quote from a view."""
        return self._told(WANTED.where(QUOTE.view_id == view_id))

    def all(self, *states: QuoteState) -> tuple[BankedQuote, ...]:
        """Every quote that stands so, the newest first."""
        return self._told(WANTED.where(QUOTE.state.in_(states)))

    def banked(self, start: date, end: date) -> tuple[BankedQuote, ...]:
        """Those in the bank from views of these days whose words are cleared, oldest view first."""
        mine = sa.and_(VIEW.received_on.between(start, end), VIEW.cleared)
        wanted = WANTED.where(QUOTE.state == QuoteState.IN, mine)
        return self._told(wanted.order_by(VIEW.received_on, VIEW.id, QUOTE.id), ordered=True)

    def decide(self, quote_id: str, state: QuoteState, by: By, reason: str = "") -> None:
        """It was checked, refused or taken out."""
        self._connection.execute(
            sa.update(tables.quote)
            .where(QUOTE.id == quote_id)
            .values(
                state=state,
                checked_by=by.officer_id,
                checked_post=by.post,
                checked_on=by.on,
                reason=reason,
            )
        )

    def take_out(self, view_id: str, reason: str, on: date) -> None:
        """Everything from this view that waits or is in goes out."""
        self._connection.execute(
            sa.update(tables.quote)
            .where(QUOTE.view_id == view_id, QUOTE.state.in_((QuoteState.WAITING, QuoteState.IN)))
            .values(state=QuoteState.OUT, reason=reason, checked_on=on)
        )

    def _told(self, wanted: Any, *, ordered: bool = False) -> tuple[BankedQuote, ...]:
        if not ordered:
            wanted = wanted.order_by(QUOTE.proposed_on.desc(), QUOTE.id)
        return tuple(self._opened(self._connection.execute(wanted)))

    def _opened(self, rows: Iterable[Any]) -> Iterable[BankedQuote]:
        """Each with its words; one whose key is gone is passed over."""
        for row in rows:
            try:
                words = unseal(self._vault.key(row.key_id), row.sealed, f"quote:{row.id}")
            except KeyGone:
                continue
            yield BankedQuote(
                row.id,
                row.view_id,
                Voice(row.voice),
                row.part,
                words,
                Permission(row.audience),
                QuoteState(row.state),
                row.proposed_by,
                row.proposed_post,
                row.proposed_on,
                row.checked_post,
                row.checked_on,
                row.reason,
            )

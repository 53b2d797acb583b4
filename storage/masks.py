"""Spans of a view's words that are never shown outside, each with its reason, sealed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.stories import Mask
from storage import tables
from storage.vault import Vault, seal, unseal

if TYPE_CHECKING:
    from storage.views import View


class Masks:
    """The masks of a ledger of views."""

    _connection: Connection
    _vault: Vault

    def masks(self, view: View) -> tuple[Mask, ...]:
        """The spans that are never shown outside, in order."""
        mine = tables.mask.c
        rows = self._connection.execute(
            sa.select(tables.mask).where(mine.view_id == view.id).order_by(mine.start)
        ).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(
            Mask(r.start, r.end, r.type, unseal(key, r.reason, f"mask:{view.id}")) for r in rows
        )

    def add_mask(self, view: View, mask: Mask, officer_id: str) -> None:
        """Hide a span, with its reason sealed like the words."""
        self.remove_masks(view, [mask])
        reason = seal(self._vault.key(view.key_id), mask.reason, f"mask:{view.id}")
        self._connection.execute(
            sa.insert(tables.mask).values(
                view_id=view.id,
                start=mask.start,
                end=mask.end,
                type=mask.type,
                reason=reason,
                officer_id=officer_id,
            )
        )

    def remove_masks(self, view: View, masks: Iterable[Mask]) -> None:
        """Show these spans again."""
        column = tables.mask.c
        for mask in masks:
            self._connection.execute(
                sa.delete(tables.mask).where(
                    column.view_id == view.id, column.start == mask.start, column.end == mask.end
                )
            )

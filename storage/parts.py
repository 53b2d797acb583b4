"""What came beside the words of a view, and the spans of it that are never shown outside."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.dates import written
from core.stories import Mask, Part
from storage import tables
from storage.vault import Vault, seal, unseal
from storage.views import View

ROW = tables.part_mask.c


class Parts:
    """The ledger of texts beside the words. All are sealed with the key of their view."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of(self, view: View, details: tuple[tuple[str, str], ...]) -> tuple[Part, ...]:
        """Short answers, additions and what they said later, with the masks in each.

        Args:
            details: the short answers, as the words' own ledger opened them.
        """
        masks = self._masks(view)
        answers = [(f"detail-{n}", label, text) for n, (label, text) in enumerate(details)]
        return tuple(
            Part(part, label, words, masks=masks.get(part, ()))
            for part, label, words in (*answers, *self._later(view))
        )

    def _later(self, view: View) -> list[tuple[str, str, str]]:
        added, said = tables.addition.c, tables.message.c
        wanted = (
            sa.select(added.id, added.words, added.on)
            .where(added.view_id == view.id)
            .order_by(added.on, added.id),
            sa.select(said.id, said.words, said.on)
            .where(said.view_id == view.id, ~said.from_us)
            .order_by(said.place),
        )
        found = []
        for label, rows in zip(("They added", "They said"), wanted, strict=True):
            for row in self._connection.execute(rows):
                words = unseal(self._vault.key(view.key_id), row.words, row.id)
                found.append((row.id, f"{label}, {written(row.on)}", words))
        return found

    def _masks(self, view: View) -> dict[str, tuple[Mask, ...]]:
        wanted = sa.select(tables.part_mask).where(ROW.view_id == view.id).order_by(ROW.start)
        rows = self._connection.execute(wanted).all()
        key = self._vault.key(view.key_id) if rows else b""
        found: dict[str, tuple[Mask, ...]] = {}
        for row in rows:
            reason = unseal(key, row.reason, f"mask:{view.id}:{row.part}")
            mask = Mask(row.start, row.end, row.type, reason)
            found[row.part] = (*found.get(row.part, ()), mask)
        return found

    def add_mask(self, view: View, part: str, mask: Mask, officer_id: str) -> None:
        """Hide a span of this part, with its reason sealed like the words."""
        self.remove_mask(view, part, mask.start, mask.end)
        reason = seal(self._vault.key(view.key_id), mask.reason, f"mask:{view.id}:{part}")
        self._connection.execute(
            sa.insert(tables.part_mask).values(
                view_id=view.id,
                part=part,
                start=mask.start,
                end=mask.end,
                type=mask.type,
                reason=reason,
                officer_id=officer_id,
            )
        )

    def remove_mask(self, view: View, part: str, start: int, end: int) -> None:
        """Show that span again."""
        same = sa.and_(ROW.view_id == view.id, ROW.part == part, ROW.start == start, ROW.end == end)
        self._connection.execute(sa.delete(tables.part_mask).where(same))

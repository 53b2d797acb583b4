"""Which views search can find by their sketch, and which it has to open."""

import json
from collections.abc import Collection, Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.vault import KeyGone, Vault, unseal

VIEW = tables.view.c
MOST_OPENED = 2_000


class Searchable:
    """The ledger of what can be searched."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def lacking(self, most: int) -> tuple[str, ...]:
        """Up to `most` ids of views whose sketch is missing or older than their words."""
        wanted = sa.select(VIEW.id).where(~VIEW.sketched).limit(most)
        return tuple(self._connection.execute(wanted).scalars())

    def drawn(self, view_id: str, version: int) -> None:
        """The sketch is as new as the words, unless the view moved on meanwhile."""
        mine = sa.and_(VIEW.id == view_id, VIEW.version == version)
        self._connection.execute(sa.update(tables.view).where(mine).values(sketched=True))

    def stale_keys(self) -> set[str]:
        """The keys of the views that have to be opened to be searched."""
        wanted = sa.select(VIEW.key_id).where(~VIEW.sketched)
        return set(self._connection.execute(wanted).scalars())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Key and all words of views without a fresh sketch: the newest MOST_OPENED of them."""
        newest = sa.select(VIEW.id, VIEW.key_id, VIEW.words).where(~VIEW.sketched)
        rows = self._connection.execute(
            newest.order_by(VIEW.received_on.desc(), VIEW.id).limit(MOST_OPENED)
        ).all()
        keys = self._vault.keys([row.key_id for row in rows])
        later = self._later([row.id for row in rows])
        for row in rows:
            if row.key_id not in keys:
                continue
            try:
                told = json.loads(unseal(keys[row.key_id], row.words, row.id))
                more = [unseal(keys[row.key_id], sealed, i) for i, sealed in later.get(row.id, ())]
            except KeyGone:
                continue
            yield row.key_id, "\n".join([told["words"], *(t for _, t in told["details"]), *more])

    def _later(self, ids: Collection[str]) -> dict[str, list[tuple[str, bytes]]]:
        """View to what was said later: additions and messages, sealed."""
        found: dict[str, list[tuple[str, bytes]]] = {}
        for table in (tables.addition, tables.message):
            mine = table.c
            for first in range(0, len(ids), 500):
                some = mine.view_id.in_(list(ids)[first : first + 500])
                wanted = sa.select(mine.view_id, mine.id, mine.words).where(some)
                for row in self._connection.execute(wanted):
                    found.setdefault(row.view_id, []).append((row.id, row.words))
        return found

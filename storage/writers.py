"""Which views somebody in Slack may see as theirs. Nobody who gave no name has a row here."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage import tables
from storage.secrets import Secrets, mac
from storage.vault import Vault, seal, unseal
from storage.views import View

WRITER = tables.writer.c


class Writers:
    """The ledger of those who gave their name. A Slack id is never in the clear in it."""

    def __init__(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        self._connection = connection
        self._vault = vault
        self._secrets = secrets

    def keep(self, view_id: str, writer: str, key: bytes) -> None:
        """This view is theirs, from now on and once."""
        self._connection.execute(sa.delete(tables.writer).where(WRITER.view_id == view_id))
        self._connection.execute(
            sa.insert(tables.writer).values(
                view_id=view_id,
                writer_mac=self._mac(writer),
                sealed=seal(key, writer, _at(view_id)),
            )
        )

    def keep_later(self, view: View, writer: str) -> None:
        """The same for a view that is stored already."""
        self.keep(view.id, writer, self._vault.key(view.key_id))

    def views_of(self, writer: str) -> tuple[str, ...]:
        """The ids of everything that is theirs."""
        mine = sa.select(WRITER.view_id).where(WRITER.writer_mac == self._mac(writer))
        return tuple(self._connection.execute(mine).scalars())

    def of(self, view: View) -> str | None:
        """Whose view it is, or None where nobody gave a name."""
        wanted = sa.select(WRITER.sealed).where(WRITER.view_id == view.id)
        sealed = self._connection.execute(wanted).scalar_one_or_none()
        return (
            None if sealed is None else unseal(self._vault.key(view.key_id), sealed, _at(view.id))
        )

    def known(self, view_id: str) -> bool:
        """Whether somebody may see this view as theirs."""
        wanted = sa.select(WRITER.view_id).where(WRITER.view_id == view_id)
        return self._connection.execute(wanted).first() is not None

    def _mac(self, writer: str) -> bytes:
        return mac(self._secrets.once, "writer", writer)


def _at(view_id: str) -> str:
    return f"writer:{view_id}"

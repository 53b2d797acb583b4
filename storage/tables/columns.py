"""What every table is made of. The tables about a view have no order that tells who came first.

SQLite keeps a hidden counter (rowid) that would tell; WITHOUT ROWID takes it away.
"""

from typing import Any

import sqlalchemy as sa

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
books = sa.MetaData(naming_convention=NAMES)
ID = sa.String(22)
WORD = sa.String(40)


def id_() -> sa.Column[str]:
    """Random characters that tell no order."""
    return sa.Column("id", ID, primary_key=True)


def of_view(primary_key: bool = False) -> sa.Column[str]:
    """The view that a row hangs on, and goes with."""
    where = sa.ForeignKey("view.id", ondelete="CASCADE")
    return sa.Column("view_id", ID, where, primary_key=primary_key, nullable=False, index=True)


def need(name: str, kind: Any) -> sa.Column[Any]:
    """A column that is never empty."""
    return sa.Column(name, kind, nullable=False)


def unordered(name: str, *columns: sa.Column[Any]) -> sa.Table:
    """A table of the books without a hidden order."""
    return sa.Table(name, books, *columns, sqlite_with_rowid=False)

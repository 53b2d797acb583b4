"""The key store: one key a record, apart from the books."""

import sqlalchemy as sa

from storage.tables.columns import NAMES, id_, need

keys = sa.MetaData(naming_convention=NAMES)
record_key = sa.Table(
    "record_key",
    keys,
    id_(),
    need("wrapped", sa.LargeBinary),
    sa.Column("made_on", sa.Date, nullable=False, index=True),
    sa.Column("sketch", sa.LargeBinary),
    sqlite_with_rowid=False,
)

"""Files that an officer brought in: sealed until they are taken in, then gone but for a report."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered

brought = unordered(
    "brought",
    id_(),
    need("officer_id", ID),
    need("name", sa.String(200)),
    need("kind", WORD),
    need("key_id", ID),
    sa.Column("sealed", sa.LargeBinary),
    need("how", sa.Text),
    need("state", WORD),
    need("done", sa.Integer),
    need("of", sa.Integer),
    need("beat", sa.DateTime),
    sa.Column("until", sa.DateTime, nullable=False, index=True),
    need("report", sa.Text),
)

"""Whose a named concern is: a keyed hash to find it by, and the Slack id, sealed."""

import sqlalchemy as sa

from storage.tables.columns import need, of_view, unordered

writer = unordered(
    "writer",
    of_view(primary_key=True),
    sa.Column("writer_mac", sa.LargeBinary, nullable=False, index=True),
    need("sealed", sa.LargeBinary),
)

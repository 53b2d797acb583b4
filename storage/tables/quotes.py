"""The quote bank: what may be printed, just as it would be, sealed with the key of its view."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

quote = unordered(
    "quote",
    id_(),
    of_view(),
    need("part", WORD),
    need("sealed", sa.LargeBinary),
    need("audience", WORD),
    sa.Column("state", WORD, nullable=False, index=True),
    need("proposed_by", ID),
    need("proposed_post", sa.String(200)),
    need("proposed_on", sa.Date),
    sa.Column("checked_by", ID),
    need("checked_post", sa.String(200)),
    sa.Column("checked_on", sa.Date),
    need("reason", sa.String(300)),
)

"""Numbers that were published, and what they are held against."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered

release = unordered(
    "release",
    id_(),
    sa.Column("period_start", sa.Date, nullable=False, index=True),
    need("period_end", sa.Date),
    need("threshold", sa.Integer),
    need("body", sa.Text),
    need("sha256", sa.String(64)),
    need("made_on", sa.Date),
    need("officer_id", ID),
)
known_total = unordered(
    "known_total",
    sa.Column("group", WORD, primary_key=True),
    need("name", sa.String(120)),
    need("number", sa.Integer),
    need("source", sa.String(300)),
    need("on", sa.Date),
    need("officer_id", ID),
)

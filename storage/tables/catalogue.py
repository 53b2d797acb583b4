"""The themes that officers edit, their history, and a number that tells of every change."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, books, id_, need, unordered

theme = unordered(
    "theme",
    sa.Column("key", WORD, primary_key=True),
    need("place", sa.Integer),
    need("name", sa.String(75)),
    need("plain", sa.String(75)),
    need("stance", sa.String(200)),
    sa.Column("pledge", WORD),
    sa.Column("ambition", WORD),
    need("csi", sa.String(500)),
    need("for_young", sa.Boolean),
    sa.Column("retired_on", sa.Date),
    sa.Column("into", WORD),
    sa.Column("part_of", WORD),
)
theme_change = unordered(
    "theme_change",
    id_(),
    sa.Column("theme", WORD, nullable=False, index=True),
    need("place", sa.Integer),
    need("what", WORD),
    need("before", sa.String(300)),
    need("after", sa.String(300)),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
)
# One row: its number grows with each change to themes or settings, and every process watches it.
edition = sa.Table(
    "edition",
    books,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    need("number", sa.BigInteger),
)

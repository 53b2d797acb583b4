"""Finds among words that fit nowhere. The words themselves stay where they are, sealed."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

new_theme = unordered(
    "new_theme",
    id_(),
    need("name", sa.String(200)),
    need("found_on", sa.Date),
    need("fate", WORD),
    need("became", WORD),
    sa.Column("officer_id", ID),
    need("post", sa.String(200)),
)
new_theme_view = unordered(
    "new_theme_view",
    sa.Column(
        "new_theme_id", ID, sa.ForeignKey("new_theme.id", ondelete="CASCADE"), primary_key=True
    ),
    of_view(primary_key=True),
    need("place", sa.Integer),
    need("start", sa.Integer),
    need("end", sa.Integer),
)

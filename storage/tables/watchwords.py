"""The words that raise a worry, one row an edition: the draft, what is live, and what was."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered

watchwords = unordered(
    "watchwords",
    id_(),
    need("place", sa.Integer),
    need("stage", WORD),
    need("held", sa.Text),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
    need("why", sa.String(500)),
)

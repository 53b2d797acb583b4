"""Which route a view went, what was decided about it, and who was shown how to reach its writer."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

referral = unordered(
    "referral",
    id_(),
    of_view(),
    need("route", WORD),
    need("stage", WORD),
    need("opened_on", sa.Date),
    need("due_at", sa.DateTime),
    need("extended", sa.Boolean),
    need("sealed", sa.LargeBinary),
    sa.Column("passed_on", sa.Date),
)
judgement = unordered(
    "judgement",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("decision", WORD),
    need("sealed", sa.LargeBinary),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
)
choice = unordered("choice", of_view(primary_key=True), need("what", WORD), need("on", sa.Date))
asking = unordered(
    "asking",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("asked_by", ID),
    need("asked_post", sa.String(200)),
    need("asked_on", sa.Date),
    need("sealed", sa.LargeBinary),
    sa.Column("opened", sa.Boolean),
    sa.Column("decided_by", ID),
    need("decided_post", sa.String(200)),
    sa.Column("decided_on", sa.Date),
    sa.Column("until", sa.DateTime),
)

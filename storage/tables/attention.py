"""Who looks at a view, who has it in hand, and how each officer likes the desk."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered


def of_officer() -> sa.Column[str]:
    """The officer whom a row is about."""
    where = sa.ForeignKey("officer.id", ondelete="CASCADE")
    return sa.Column("officer_id", ID, where, primary_key=True, nullable=False)


opening = unordered(
    "opening",
    of_view(primary_key=True),
    of_officer(),
    need("first_on", sa.Date),
    sa.Column("last_at", sa.DateTime, nullable=False, index=True),
    need("here_until", sa.DateTime),
    need("times", sa.Integer),
    need("why", WORD),
    need("apart", sa.Boolean),
)
found = unordered("found", of_view(primary_key=True), of_officer(), need("until", sa.DateTime))
saved_filter = unordered(
    "saved_filter",
    of_officer(),
    sa.Column("name", sa.String(60), primary_key=True),
    need("query", sa.String(500)),
)
preference = unordered(
    "preference",
    of_officer(),
    need("keys_off", sa.Boolean),
    need("guided", sa.Boolean),
)
noticed = unordered(
    "noticed",
    id_(),
    sa.Column(
        "officer_id",
        ID,
        sa.ForeignKey("officer.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    need("at", sa.DateTime),
    need("kind", WORD),
    sa.Column("words", sa.LargeBinary),
    need("seen_by", sa.String(200)),
    sa.Column("seen_on", sa.Date),
    need("finding", sa.String(300)),
)

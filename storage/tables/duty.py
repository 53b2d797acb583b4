"""Alerts that somebody has to take up, and who is on duty when."""

import sqlalchemy as sa

from storage.tables.columns import ID, books, id_, need, unordered

OFFICER = "officer.id"


def _officer(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, ID, sa.ForeignKey(OFFICER, ondelete="CASCADE"), nullable=nullable)


alert = unordered(
    "alert",
    id_(),
    sa.Column("view_id", ID, sa.ForeignKey("view.id", ondelete="CASCADE"), index=True),
    need("level", sa.String(200)),
    need("urgent", sa.Boolean),
    need("raised_at", sa.DateTime),
    sa.Column("due_at", sa.DateTime, index=True),
    need("step", sa.Integer),
    need("taken_by", sa.String(200)),
    sa.Column("taken_on", sa.Date),
)
duty = sa.Table(
    "duty",
    books,
    id_(),
    _officer("officer_id"),
    need("place", sa.Integer),
    need("starts_on", sa.Date),
    need("ends_on", sa.Date),
)
absence = sa.Table(
    "absence",
    books,
    id_(),
    _officer("officer_id"),
    _officer("cover_id", nullable=True),
    need("starts_on", sa.Date),
    need("ends_on", sa.Date),
)

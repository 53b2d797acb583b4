"""The roll-up by day, door and age band; frozen releases; totals that officers know."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WORD, ID = sa.String(length=40), sa.String(length=22)
PLACE = "v.received_on, v.voice, v.door, coalesce(v.age_band, '-')"
MONTH = "substr(cast(v.received_on as varchar), 1, 7), v.voice"
DONE = "exists (select 1 from decision d where d.view_id = v.id)"


def _refill(place: str) -> None:
    """Count the views again: the roll-up holds nothing that they do not."""
    for basis, condition in (
        ("received", "1 = 1"),
        ("reviewed", DONE),
        ("only_count", "v.permission = 'count_only'"),
    ):
        op.execute(
            f"insert into rollup select {place}, '{basis}', '*', count(*) "  # noqa: S608 - ours
            f"from view v where {condition} group by {place}"
        )
    op.execute(
        f"insert into rollup select {place}, 'agreed', a.theme, count(*) "  # noqa: S608 - ours
        f"from view v join agreed a on a.view_id = v.id group by {place}, a.theme"
    )


def upgrade() -> None:
    """Count by day, and keep what is published."""
    op.drop_table("rollup")
    op.create_table(
        "rollup",
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(name, WORD, nullable=False) for name in ("voice", "door", "band")),
        *(sa.Column(name, WORD, nullable=False) for name in ("basis", "theme")),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "day", "voice", "door", "band", "basis", "theme", name=op.f("pk_rollup")
        ),
        sqlite_with_rowid=False,
    )
    _refill(PLACE)
    op.create_table(
        "release",
        sa.Column("id", ID, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("officer_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_release_period_start"), "release", ["period_start"])
    op.create_index(
        "ix_view_quotable",
        "view",
        ["received_on"],
        sqlite_where=sa.text("cleared"),
        postgresql_where=sa.text("cleared"),
    )
    op.create_index(
        "ix_message_theirs",
        "message",
        ["on"],
        sqlite_where=sa.text("not from_us"),
        postgresql_where=sa.text("not from_us"),
    )
    op.create_table(
        "known_total",
        sa.Column("group", WORD, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("officer_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("group", name=op.f("pk_known_total")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Count by month again; what was published is forgotten."""
    op.drop_index("ix_message_theirs", table_name="message")
    op.drop_index("ix_view_quotable", table_name="view")
    op.drop_table("known_total")
    op.drop_index(op.f("ix_release_period_start"), table_name="release")
    op.drop_table("release")
    op.drop_table("rollup")
    op.create_table(
        "rollup",
        sa.Column("month", sa.String(length=7), nullable=False),
        *(sa.Column(name, WORD, nullable=False) for name in ("voice", "basis", "theme")),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "voice", "basis", "theme", name=op.f("pk_rollup")),
        sqlite_with_rowid=False,
    )
    _refill(MONTH)

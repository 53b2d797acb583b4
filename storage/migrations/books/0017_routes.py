"""Routes with their clocks, decisions with their reasons, and who asked who wrote."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _of_view(table: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return sa.Column("view_id", sa.String(length=22), nullable=False), sa.ForeignKeyConstraint(
        ["view_id"], ["view.id"], name=op.f(f"fk_{table}_view_id_view"), ondelete="CASCADE"
    )


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "referral",
        sa.Column("id", sa.String(length=22), nullable=False),
        *_of_view("referral"),
        sa.Column("route", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("passed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(length=22), nullable=False),
        *_of_view("judgement"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "asking",
        sa.Column("id", sa.String(length=22), nullable=False),
        *_of_view("asking"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.String(length=22), nullable=False),
        sa.Column("asked_post", sa.String(length=200), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("opened", sa.Boolean(), nullable=True),
        sa.Column("decided_by", sa.String(length=22), nullable=True),
        sa.Column("decided_post", sa.String(length=200), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asking")),
        sqlite_with_rowid=False,
    )
    for table in ("referral", "judgement", "asking"):
        op.create_index(op.f(f"ix_{table}_view_id"), table, ["view_id"])


def downgrade() -> None:
    """Take routes, decisions and askings away."""
    for table in ("asking", "judgement", "referral"):
        op.drop_table(table)

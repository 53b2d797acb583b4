"""What a search showed to whom, for half an hour, so that opening it asks why."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for it."""
    op.create_table(
        "found",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_found_view_id_view"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_found_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("view_id", "officer_id", name=op.f("pk_found")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("found") as table:
        table.create_index(op.f("ix_found_view_id"), ["view_id"], unique=False)


def downgrade() -> None:
    """Nobody remembers."""
    op.drop_table("found")

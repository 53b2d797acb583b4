"""What writers would like after they told of a worry."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "choice",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_choice_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", name=op.f("pk_choice")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_choice_view_id"), "choice", ["view_id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("choice")

"""The words that raise a worry, as a council changes them."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. Until somebody changes them, the words are those that came with Heard."""
    op.create_table(
        "watchwords",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("held", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watchwords")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take the changes away."""
    op.drop_table("watchwords")

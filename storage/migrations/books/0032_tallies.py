"""What nameless people do is counted by the half-day, and has no line of its own in the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. Lines that stand in the audit stay as they are."""
    op.create_table(
        "tally",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half", sa.String(length=40), nullable=False),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "half", "verb", "actor", "subject", name=op.f("pk_tally")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away; what was not written up yet is lost."""
    op.drop_table("tally")

"""Which issued papers rest on a view that was taken back since."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One new table; nothing that is there changes."""
    op.create_table(
        "paper_taken_back",
        sa.Column("paper_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"],
            ["paper.id"],
            name=op.f("fk_paper_taken_back_paper_id_paper"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("paper_id", name=op.f("pk_paper_taken_back")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away again, with what it holds."""
    op.drop_table("paper_taken_back")

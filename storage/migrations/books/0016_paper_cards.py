"""Paper cards."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One new table; nothing that is there changes."""
    op.create_table(
        "card",
        sa.Column("receipt_mac", sa.LargeBinary(), nullable=False),
        sa.Column("number_mac", sa.LargeBinary(), nullable=False),
        sa.Column("printed_on", sa.Date(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("receipt_mac", name=op.f("pk_card")),
        sa.UniqueConstraint("number_mac", name=op.f("uq_card_number_mac")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away; the codes of cards that were typed in still open their views."""
    op.drop_table("card")

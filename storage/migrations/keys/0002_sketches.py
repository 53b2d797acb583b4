"""A sketch of its words beside each record's key, for search (docs/decisions: search)."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Room for it; the clock draws the sketches."""
    with op.batch_alter_table("record_key") as table:
        table.add_column(sa.Column("sketch", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Without them search opens every record."""
    with op.batch_alter_table("record_key") as table:
        table.drop_column("sketch")

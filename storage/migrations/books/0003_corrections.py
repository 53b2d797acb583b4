"""What the people who wrote say of how their words were filed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for corrections."""
    op.create_table(
        "correction",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_correction_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correction_view_id"), ["view_id"], unique=False)


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_view_id"))

    op.drop_table("correction")

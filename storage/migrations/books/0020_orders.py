"""Files that officers ask for, and requests that people have a right to make."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "file_order",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("ask", sa.Text(), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("asked_by", sa.String(length=22), nullable=False),
        sa.Column("asked_post", sa.String(length=200), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("decided_by", sa.String(length=22), nullable=True),
        sa.Column("decided_post", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_order")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("file_order", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_file_order_expires_at"), ["expires_at"], unique=False)
    op.create_table(
        "right",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=True),
        sa.Column("came_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_right_view_id_view"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_right")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("right", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_right_view_id"), ["view_id"], unique=False)


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("right", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_right_view_id"))
    op.drop_table("right")
    with op.batch_alter_table("file_order", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_file_order_expires_at"))
    op.drop_table("file_order")

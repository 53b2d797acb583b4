"""What goes and when, legal holds, what went, and counts that outlive the views."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "going",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("warned_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_going_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", name=op.f("pk_going")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("going", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_going_view_id"), ["view_id"], unique=False)
    op.create_table(
        "hold",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_hold_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("hold", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hold_view_id"), ["view_id"], unique=False)
    op.create_table(
        "erasure",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("talk", sa.Integer(), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasure_on"), ["on"], unique=False)
    op.create_table(
        "past",
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("voice", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.String(length=40), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("quarter", "voice", "basis", "theme", name=op.f("pk_past")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("past")
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasure_on"))
    op.drop_table("erasure")
    with op.batch_alter_table("hold", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hold_view_id"))
    op.drop_table("hold")
    with op.batch_alter_table("going", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_going_view_id"))
    op.drop_table("going")

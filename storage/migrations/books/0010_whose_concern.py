"""Whose a named concern is in Slack, and notices to one person with buttons under them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One new table, and two columns that may be empty."""
    op.create_table(
        "writer",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("writer_mac", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_writer_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", name=op.f("pk_writer")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_writer_view_id"), "writer", ["view_id"])
    op.create_index(op.f("ix_writer_writer_mac"), "writer", ["writer_mac"])
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("about", sa.String(length=22), nullable=True))
        outbox.add_column(sa.Column("presses", sa.Text(), nullable=True))


def downgrade() -> None:
    """Take them away; who gave a name is still in the view's own row about its writer."""
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_column("presses")
        outbox.drop_column("about")
    op.drop_table("writer")

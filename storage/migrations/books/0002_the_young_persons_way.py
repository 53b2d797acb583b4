"""What they ask for, who may see which sentence, and drafts of half-finished forms."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three new tables; nothing that is there changes."""
    op.create_table(
        "draft",
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("mac", name=op.f("pk_draft")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_draft_until"), "draft", ["until"])
    op.create_table(
        "sentence",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("permission", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_sentence_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "start", name=op.f("pk_sentence")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sentence_view_id"), "sentence", ["view_id"])
    op.create_table(
        "want",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_want_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "what", name=op.f("pk_want")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_want_view_id"), "want", ["view_id"])


def downgrade() -> None:
    """Take them away again, with what they hold."""
    for table, column in (("want", "view_id"), ("sentence", "view_id"), ("draft", "until")):
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
        op.drop_table(table)

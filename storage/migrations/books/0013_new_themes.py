"""Finds among words that fit nowhere."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for finds."""
    op.create_table(
        "new_theme",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("fate", sa.String(length=40), nullable=False),
        sa.Column("became", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=True),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_new_theme")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "new_theme_view",
        sa.Column("new_theme_id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["new_theme_id"],
            ["new_theme.id"],
            name=op.f("fk_new_theme_view_new_theme_id_new_theme"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["view_id"],
            ["view.id"],
            name=op.f("fk_new_theme_view_view_id_view"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("new_theme_id", "view_id", name=op.f("pk_new_theme_view")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("new_theme_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_new_theme_view_view_id"), ["view_id"], unique=False)


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("new_theme_view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_new_theme_view_view_id"))

    op.drop_table("new_theme_view")
    op.drop_table("new_theme")

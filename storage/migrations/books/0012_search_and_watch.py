"""Which views have a sketch as new as their words, and what is noticed of officers' reading."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No view has a sketch yet."""
    with op.batch_alter_table("view") as table:
        table.add_column(
            sa.Column("sketched", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        table.create_index("ix_view_sketched", ["sketched"], unique=False)
    op.create_table(
        "noticed",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("seen_by", sa.String(length=200), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("finding", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            op.f("fk_noticed_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_noticed")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("noticed") as table:
        table.create_index(op.f("ix_noticed_officer_id"), ["officer_id"], unique=False)


def downgrade() -> None:
    """Take both away."""
    op.drop_table("noticed")
    with op.batch_alter_table("view") as table:
        table.drop_index("ix_view_sketched")
        table.drop_column("sketched")

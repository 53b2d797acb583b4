"""Invitations, with which officers set up their own sign-in."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them."""
    op.create_table(
        "invitation",
        sa.Column("code_mac", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("start", sa.String(length=40), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_invitation_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code_mac", name=op.f("pk_invitation")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("invitation") as table:
        table.create_index(op.f("ix_invitation_officer_id"), ["officer_id"], unique=False)


def downgrade() -> None:
    """Nobody is invited."""
    op.drop_table("invitation")

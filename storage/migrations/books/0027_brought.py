"""Files that an officer brought in, until they are taken in."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "brought",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key_id", sa.String(length=22), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("beat", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brought")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("brought", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_brought_until"), ["until"], unique=False)


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table("brought", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_brought_until"))
    op.drop_table("brought")

"""What officers ask of the machine, and what it learned."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for jobs and versions of the machine."""
    op.create_table(
        "machine_job",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("task", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("leased_until", sa.DateTime(), nullable=True),
        sa.Column("told", sa.String(length=300), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_machine_job")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("machine_job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_machine_job_stage"), ["stage"], unique=False)

    op.create_table(
        "machine_version",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.String(length=40), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("corrections", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_machine_version")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("machine_version")
    with op.batch_alter_table("machine_job", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_machine_job_stage"))

    op.drop_table("machine_job")

"""Devices, misses at sign-in, accounts at a provider, and second factors that were asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "miss",
        sa.Column("email_mac", sa.LargeBinary(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("wait_until", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("email_mac", name=op.f("pk_miss")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "device",
        sa.Column("token_mac", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_device_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_mac", name=op.f("pk_device")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_device_officer_id"), ["officer_id"], unique=False)

    op.create_table(
        "recovery",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("asked_by", sa.String(length=22), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_recovery_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("recovery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recovery_officer_id"), ["officer_id"], unique=False)

    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("subject", sa.String(length=255), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_officer_subject"), ["subject"])
        batch_op.drop_column("wait_until")
        batch_op.drop_column("misses")


def downgrade() -> None:
    """Take them away."""
    with op.batch_alter_table("officer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("misses", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("wait_until", sa.DateTime(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_officer_subject"), type_="unique")
        batch_op.drop_column("subject")

    with op.batch_alter_table("recovery", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recovery_officer_id"))

    op.drop_table("recovery")
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_device_officer_id"))

    op.drop_table("device")
    op.drop_table("miss")

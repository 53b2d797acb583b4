"""Alerts that somebody takes up, a rota, absences, and which alert a notice is about."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. What waits in the outbox belongs to no alert."""
    op.create_table(
        "alert",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=True),
        sa.Column("level", sa.String(length=200), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("raised_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.String(length=200), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_alert_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_alert_view_id"), "alert", ["view_id"])
    op.create_index(op.f("ix_alert_due_at"), "alert", ["due_at"])
    op.create_table(
        "duty",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_duty_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("cover_id", sa.String(length=22), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_absence_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["cover_id"],
            ["officer.id"],
            name=op.f("fk_absence_cover_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.add_column("outbox", sa.Column("alert_id", sa.String(length=22), nullable=True))
    op.add_column(
        "outbox", sa.Column("recipient", sa.String(length=254), server_default="", nullable=False)
    )


def downgrade() -> None:
    """Take the alerts and the rota away."""
    op.drop_column("outbox", "recipient")
    op.drop_column("outbox", "alert_id")
    for name in ("absence", "duty", "alert"):
        op.drop_table(name)

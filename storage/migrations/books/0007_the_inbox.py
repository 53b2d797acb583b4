"""The inbox: where each view stands, who has it in hand, who opened it, and saved filters."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PLACE = """
UPDATE view SET decided = (SELECT count(*) > 0 FROM decision WHERE decision.view_id = view.id)
"""
CORRECTED = """
UPDATE view SET corrected =
    (SELECT count(*) > 0 FROM correction WHERE correction.view_id = view.id AND correction.open)
"""
URGENCY = """
UPDATE view SET urgency = CASE
    WHEN state = 'answered' AND decided AND NOT corrected THEN 30
    WHEN state = 'answered' AND NOT corrected THEN 20
    WHEN asked_for_help THEN 0
    WHEN worry = 'urgent' THEN 1
    WHEN worry = 'concern' THEN 2
    WHEN worry = 'unread' THEN 3
    ELSE 4 END
"""
INBOX = (
    *("urgency", "due_on", "id", "voice", "door", "kind", "age_band", "permission"),
    *("received_on", "state", "worry", "language", "asked_for_help", "owner_id", "key_id"),
)


def upgrade() -> None:
    """Add them, and work out where each view stands."""
    with op.batch_alter_table("view") as table:
        table.add_column(sa.Column("urgency", sa.Integer(), server_default="0", nullable=False))
        table.add_column(sa.Column("decided", sa.Boolean(), server_default="0", nullable=False))
        table.add_column(sa.Column("corrected", sa.Boolean(), server_default="0", nullable=False))
        table.add_column(sa.Column("owner_id", sa.String(length=22), nullable=True))
    op.execute(PLACE)
    op.execute(CORRECTED)
    op.execute(URGENCY)
    with op.batch_alter_table("view") as table:
        table.alter_column("urgency", server_default=None)
        table.alter_column("decided", server_default=None)
        table.alter_column("corrected", server_default=None)
        table.create_index("ix_view_inbox", list(INBOX), unique=False)
    op.create_table(
        "opening",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.Column("here_until", sa.DateTime(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            op.f("fk_opening_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], op.f("fk_opening_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "officer_id", name=op.f("pk_opening")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("opening") as table:
        table.create_index(op.f("ix_opening_last_at"), ["last_at"], unique=False)
        table.create_index(op.f("ix_opening_view_id"), ["view_id"], unique=False)
    op.create_table(
        "saved_filter",
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("query", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            op.f("fk_saved_filter_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("officer_id", "name", name=op.f("pk_saved_filter")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "preference",
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("keys_off", sa.Boolean(), nullable=False),
        sa.Column("guided", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            op.f("fk_preference_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("officer_id", name=op.f("pk_preference")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away; what is left tells the same of each view."""
    op.drop_table("preference")
    op.drop_table("saved_filter")
    op.drop_table("opening")
    with op.batch_alter_table("view") as table:
        table.drop_index("ix_view_inbox")
        table.drop_column("owner_id")
        table.drop_column("corrected")
        table.drop_column("decided")
        table.drop_column("urgency")

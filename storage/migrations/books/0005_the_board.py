"""The board with its presses, short polls, and the counters of brakes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Five new tables; nothing that is there changes."""
    op.create_table(
        "board_entry",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("written_by", sa.String(length=22), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_by", sa.String(length=22), nullable=True),
        sa.Column("action_id", sa.String(length=22), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_entry")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_board_entry_published_on"), "board_entry", ["published_on"])
    op.create_index(op.f("ix_board_entry_action_id"), "board_entry", ["action_id"])
    op.create_table(
        "board_press",
        sa.Column("entry_id", sa.String(length=22), nullable=False),
        sa.Column("asked", sa.String(length=40), nullable=False),
        sa.Column("browser_mac", sa.LargeBinary(), nullable=False),
        sa.Column("yes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["board_entry.id"],
            name=op.f("fk_board_press_entry_id_board_entry"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entry_id", "asked", "browser_mac", name=op.f("pk_board_press")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "brake",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("span", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "span", name=op.f("pk_brake")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "poll",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("written_by", sa.String(length=22), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "poll_answer",
        sa.Column("poll_id", sa.String(length=22), nullable=False),
        sa.Column("browser_mac", sa.LargeBinary(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"],
            ["poll.id"],
            name=op.f("fk_poll_answer_poll_id_poll"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("poll_id", "browser_mac", name=op.f("pk_poll_answer")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away, with all that they hold."""
    for table in ("poll_answer", "poll", "brake", "board_press", "board_entry"):
        op.drop_table(table)

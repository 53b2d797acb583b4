"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The first schema."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.String(length=300), nullable=False),
        sa.Column("mac", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    op.create_table(
        "audit_head",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("mac", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "beat",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_beat")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "officer",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("totp", sa.LargeBinary(), nullable=False),
        sa.Column("totp_last", sa.BigInteger(), nullable=False),
        sa.Column("roles", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
        sa.UniqueConstraint("email", name=op.f("uq_officer_email")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "once",
        sa.Column("receipt_mac", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("receipt_mac", name=op.f("pk_once")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("once", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_once_until"), ["until"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("channel", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("leased_until", sa.DateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("trouble", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_due_at"), ["due_at"], unique=False)

    op.create_table(
        "paper",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("item_number", sa.String(length=40), nullable=False),
        sa.Column("meeting_on", sa.Date(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rollup",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("voice", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.String(length=40), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "voice", "basis", "theme", name=op.f("pk_rollup")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_statement_fingerprint")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "taken_back",
        sa.Column("receipt_mac", sa.LargeBinary(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("receipt_mac", name=op.f("pk_taken_back")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "view",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("key_id", sa.String(length=22), nullable=False),
        sa.Column("receipt_mac", sa.LargeBinary(), nullable=False),
        sa.Column("voice", sa.String(length=40), nullable=False),
        sa.Column("door", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=True),
        sa.Column("face", sa.String(length=40), nullable=True),
        sa.Column("age_band", sa.String(length=40), nullable=True),
        sa.Column("permission", sa.String(length=40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("half", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("worry", sa.String(length=40), nullable=False),
        sa.Column("signal", sa.String(length=40), nullable=True),
        sa.Column("feeling", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("asked_for_help", sa.Boolean(), nullable=False),
        sa.Column("cleared", sa.Boolean(), nullable=False),
        sa.Column("tagged_by", sa.String(length=80), nullable=False),
        sa.Column("read_by", sa.String(length=80), nullable=True),
        sa.Column("reasons", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_view")),
        sa.UniqueConstraint("receipt_mac", name=op.f("uq_view_receipt_mac")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_view_received_on"), ["received_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_view_state"), ["state"], unique=False)

    op.create_table(
        "addition",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_addition_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addition")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("addition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_addition_view_id"), ["view_id"], unique=False)

    op.create_table(
        "agreed",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_agreed_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "theme", name=op.f("pk_agreed")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("agreed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreed_view_id"), ["view_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_decision_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_view_id"), ["view_id"], unique=False)

    op.create_table(
        "mask",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_mask_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "start", "end", name=op.f("pk_mask")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("mask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mask_view_id"), ["view_id"], unique=False)

    op.create_table(
        "message",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("from_us", sa.Boolean(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=True),
        sa.Column("once_mac", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_message_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("once_mac", name=op.f("uq_message_once_mac")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_view_id"), ["view_id"], unique=False)

    op.create_table(
        "paper_view",
        sa.Column("paper_id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["paper_id"],
            ["paper.id"],
            name=op.f("fk_paper_view_paper_id_paper"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_paper_view_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("paper_id", "view_id", name=op.f("pk_paper_view")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("paper_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_view_view_id"), ["view_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("token_mac", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_session_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_mac", name=op.f("pk_session")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "step",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("detail", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_step_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_view_id"), ["view_id"], unique=False)

    op.create_table(
        "suggestion",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("picked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_suggestion_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "theme", name=op.f("pk_suggestion")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("suggestion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suggestion_view_id"), ["view_id"], unique=False)

    op.create_table(
        "who",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("openness", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_who_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", name=op.f("pk_who")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("who", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_who_view_id"), ["view_id"], unique=False)
    op.execute("INSERT INTO audit_head (one, seq, mac, seal) VALUES (1, 0, '" + "0" * 64 + "', '')")


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("who", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_who_view_id"))

    op.drop_table("who")
    with op.batch_alter_table("suggestion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_suggestion_view_id"))

    op.drop_table("suggestion")
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_step_view_id"))

    op.drop_table("step")
    op.drop_table("session")
    with op.batch_alter_table("paper_view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paper_view_view_id"))

    op.drop_table("paper_view")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_view_id"))

    op.drop_table("message")
    with op.batch_alter_table("mask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mask_view_id"))

    op.drop_table("mask")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_view_id"))

    op.drop_table("decision")
    with op.batch_alter_table("agreed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreed_view_id"))

    op.drop_table("agreed")
    with op.batch_alter_table("addition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_addition_view_id"))

    op.drop_table("addition")
    with op.batch_alter_table("view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_view_state"))
        batch_op.drop_index(batch_op.f("ix_view_received_on"))

    op.drop_table("view")
    op.drop_table("taken_back")
    op.drop_table("statement")
    op.drop_table("rollup")
    op.drop_table("paper")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_due_at"))

    op.drop_table("outbox")
    with op.batch_alter_table("once", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_once_until"))

    op.drop_table("once")
    op.drop_table("officer")
    op.drop_table("beat")
    op.drop_table("audit_head")
    op.drop_table("audit")

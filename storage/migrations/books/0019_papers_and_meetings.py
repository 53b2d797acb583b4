"""Papers that are written, what the committee decided, answers to themes, and who signs off."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A paper can be written, and what came of it kept."""
    op.create_table(
        "action",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("paper_id", sa.String(length=22), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_paper_id"), ["paper_id"], unique=False)

    op.create_table(
        "ask",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("action_id", sa.String(length=22), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("arising", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ask_action_id"), ["action_id"], unique=False)

    op.create_table(
        "draft_paper",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("item_number", sa.String(length=40), nullable=False),
        sa.Column("meeting_on", sa.Date(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_paper")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "member",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("code_mac", sa.LargeBinary(), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("code_mac", name=op.f("uq_member_code_mac")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "theme_answer",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("action_id", sa.String(length=22), nullable=True),
        sa.Column("adult", sa.Text(), nullable=False),
        sa.Column("young", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answered_view",
        sa.Column("answer_id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["theme_answer.id"],
            name=op.f("fk_answered_view_answer_id_theme_answer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_answered_view_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("answer_id", "view_id", name=op.f("pk_answered_view")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("answered_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answered_view_answer_id"), ["answer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_answered_view_view_id"), ["view_id"], unique=False)

    op.create_table(
        "asked_view",
        sa.Column("ask_id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["ask_id"], ["ask.id"], name=op.f("fk_asked_view_ask_id_ask"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_asked_view_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("ask_id", "view_id", name=op.f("pk_asked_view")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("asked_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asked_view_ask_id"), ["ask_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_asked_view_view_id"), ["view_id"], unique=False)

    op.create_table(
        "looked_at",
        sa.Column("draft_id", sa.String(length=22), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("piece", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft_paper.id"],
            name=op.f("fk_looked_at_draft_id_draft_paper"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("draft_id", "mark", name=op.f("pk_looked_at")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("looked_at", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_looked_at_draft_id"), ["draft_id"], unique=False)

    op.create_table(
        "paragraph",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("draft_id", sa.String(length=22), nullable=False),
        sa.Column("section", sa.String(length=80), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("rests", sa.Text(), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft_paper.id"],
            name=op.f("fk_paragraph_draft_id_draft_paper"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraph")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("paragraph", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paragraph_draft_id"), ["draft_id"], unique=False)

    op.create_table(
        "progress",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("action_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("quantified", sa.Text(), nullable=False),
        sa.Column("measured", sa.Text(), nullable=False),
        sa.Column("substantiated", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_progress_action_id_action"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("progress", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_progress_action_id"), ["action_id"], unique=False)

    op.create_table(
        "sign_off",
        sa.Column("draft_id", sa.String(length=22), nullable=False),
        sa.Column("member_id", sa.String(length=22), nullable=False),
        sa.Column("yes", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("seen_sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft_paper.id"],
            name=op.f("fk_sign_off_draft_id_draft_paper"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_sign_off_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("draft_id", "member_id", name=op.f("pk_sign_off")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_off_draft_id"), ["draft_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_off_member_id"), ["member_id"], unique=False)


def downgrade() -> None:
    """Take it all away again."""
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_off_member_id"))
        batch_op.drop_index(batch_op.f("ix_sign_off_draft_id"))

    op.drop_table("sign_off")
    with op.batch_alter_table("progress", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_progress_action_id"))

    op.drop_table("progress")
    with op.batch_alter_table("paragraph", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paragraph_draft_id"))

    op.drop_table("paragraph")
    with op.batch_alter_table("looked_at", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_looked_at_draft_id"))

    op.drop_table("looked_at")
    with op.batch_alter_table("asked_view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_asked_view_view_id"))
        batch_op.drop_index(batch_op.f("ix_asked_view_ask_id"))

    op.drop_table("asked_view")
    with op.batch_alter_table("answered_view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answered_view_view_id"))
        batch_op.drop_index(batch_op.f("ix_answered_view_answer_id"))

    op.drop_table("answered_view")
    op.drop_table("theme_answer")
    op.drop_table("member")
    op.drop_table("draft_paper")
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ask_action_id"))

    op.drop_table("ask")
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_paper_id"))

    op.drop_table("action")

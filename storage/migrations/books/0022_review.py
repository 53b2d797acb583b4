"""What officers say of a view beside its themes, notes, and masks in what came later."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "appraisal",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("stance", sa.String(length=40), nullable=False),
        sa.Column("rich", sa.Boolean(), nullable=False),
        sa.Column("fallbacks", sa.String(length=80), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_appraisal_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", name=op.f("pk_appraisal")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("appraisal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appraisal_view_id"), ["view_id"], unique=False)

    op.create_table(
        "note",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("asks", sa.String(length=22), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_note_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_asks"), ["asks"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_view_id"), ["view_id"], unique=False)

    op.create_table(
        "part_mask",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("part", sa.String(length=22), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_part_mask_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "part", "start", "end", name=op.f("pk_part_mask")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("part_mask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_part_mask_view_id"), ["view_id"], unique=False)


def downgrade() -> None:
    """Take them away."""
    with op.batch_alter_table("part_mask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_part_mask_view_id"))

    op.drop_table("part_mask")
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_view_id"))
        batch_op.drop_index(batch_op.f("ix_note_asks"))

    op.drop_table("note")
    with op.batch_alter_table("appraisal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appraisal_view_id"))

    op.drop_table("appraisal")

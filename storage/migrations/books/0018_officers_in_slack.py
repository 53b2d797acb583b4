"""Officers who linked their Slack, and the codes that do so once."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two new tables."""
    op.create_table(
        "slack_link",
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("person_mac", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_slack_link_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("officer_id", name=op.f("pk_slack_link")),
        sa.UniqueConstraint("person_mac", name=op.f("uq_slack_link_person_mac")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link_code",
        sa.Column("code_mac", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["officer.id"],
            name=op.f("fk_link_code_officer_id_officer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code_mac", name=op.f("pk_link_code")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take them away: officers link anew."""
    op.drop_table("link_code")
    op.drop_table("slack_link")

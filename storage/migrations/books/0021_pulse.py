"""The pulse: one question to teams, counts, and who answered, apart."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None
TABLES = ("sounding_seen", "sounding_count", "sounding_team", "sounding")


def upgrade() -> None:
    """Four new tables."""
    op.create_table(
        "sounding",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("written_by", sa.String(length=22), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("results", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sounding")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sounding_team",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("sounding_id", sa.String(length=22), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        _of_sounding("sounding_team"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sounding_team")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sounding_count",
        sa.Column("sounding_id", sa.String(length=22), nullable=False),
        sa.Column("team_id", sa.String(length=22), nullable=False),
        sa.Column("choice", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        _of_sounding("sounding_count"),
        sa.PrimaryKeyConstraint("sounding_id", "team_id", "choice", name=op.f("pk_sounding_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sounding_seen",
        sa.Column("sounding_id", sa.String(length=22), nullable=False),
        sa.Column("person_mac", sa.LargeBinary(), nullable=False),
        _of_sounding("sounding_seen"),
        sa.PrimaryKeyConstraint("sounding_id", "person_mac", name=op.f("pk_sounding_seen")),
        sqlite_with_rowid=False,
    )


def _of_sounding(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_sounding_id_sounding")
    return sa.ForeignKeyConstraint(["sounding_id"], ["sounding.id"], name=name, ondelete="CASCADE")


def downgrade() -> None:
    """Take them away, with what was asked."""
    for table in TABLES:
        op.drop_table(table)

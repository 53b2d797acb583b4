"""The roll-up by the month, beside the one by the day."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

WORD = sa.String(length=40)
NAMES = ("voice", "door", "band", "basis", "theme")


def upgrade() -> None:
    """Add the days up."""
    op.create_table(
        "rollup_month",
        sa.Column("month", sa.String(length=7), nullable=False),
        *(sa.Column(name, WORD, nullable=False) for name in NAMES),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", *NAMES, name=op.f("pk_rollup_month")),
        sqlite_with_rowid=False,
    )
    month = "substr(cast(day as varchar), 1, 7)"
    place = f"{month}, {', '.join(NAMES)}"
    op.execute(
        f"insert into rollup_month select {place}, sum(n) from rollup group by {place}"  # noqa: S608 - ours
    )


def downgrade() -> None:
    """The days are enough."""
    op.drop_table("rollup_month")

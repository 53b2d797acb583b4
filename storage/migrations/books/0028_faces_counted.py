"""The roll-up counts the faces that were picked, by theme."""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count them from the views."""
    op.execute(
        "insert into rollup select v.received_on, v.voice, '*', '*', "
        "'face/' || coalesce(v.face, '-'), a.theme, count(*) "
        "from view v join agreed a on a.view_id = v.id "
        "group by v.received_on, v.voice, coalesce(v.face, '-'), a.theme"
    )


def downgrade() -> None:
    """Forget them."""
    op.execute("delete from rollup where basis like 'face/%'")

"""Heard's own user of PostgreSQL may lay the keys out anew, so that no order of use stays."""

from storage.migrations import laying_out

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let it."""
    laying_out.allow(laying_out.LAY_OUT)


def downgrade() -> None:
    """Let it no more."""
    laying_out.forbid("heard_lay_out")

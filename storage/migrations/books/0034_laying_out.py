"""Heard's own user of PostgreSQL may take the order of arrival away, and do nothing else by it."""

from storage.migrations import laying_out

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let it."""
    laying_out.allow(laying_out.LAY_OUT)
    laying_out.allow(laying_out.BLUR)


def downgrade() -> None:
    """Let it no more."""
    laying_out.forbid("heard_lay_out")
    laying_out.forbid("heard_blur_audit")

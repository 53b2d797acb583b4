"""Heard's own user of PostgreSQL may lay tables out anew, so that no order of arrival stays."""

from storage.migrations import laying_out

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let it."""
    laying_out.allow()


def downgrade() -> None:
    """Let it no more."""
    laying_out.forbid()

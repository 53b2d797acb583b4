"""The audit is only added to: the database itself refuses to change or delete a line."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None
WHY = "the audit is only added to"


def upgrade() -> None:
    """Refuse at the database, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit "
                f"BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WHY}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuses()"
    )
    op.execute(
        "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()"
    )


def downgrade() -> None:
    """Let lines be changed again."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER audit_no_{verb}")
        return
    op.execute("DROP TRIGGER audit_no_change ON audit")
    op.execute("DROP TRIGGER audit_no_truncate ON audit")
    op.execute("DROP FUNCTION audit_refuses()")

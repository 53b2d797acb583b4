"""The two things that Heard's own user of PostgreSQL may do as the tables' owner, and no third.

Rationale: only its owner may lay a table out anew (`CLUSTER`), and nobody may write the audit's
lines again (0031). Heard's own user owns no table (storage.grants). So one function lays out tables
of ours, and one gives the audit's lines another transaction's number; what they say stays.
"""

from alembic import op

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS"
LAY_OUT = f"""
CREATE FUNCTION heard_lay_out(wanted text) RETURNS void {HEAD} $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_tables
        WHERE schemaname = 'public' AND tablename = wanted AND tableowner = current_user
    ) THEN
        RAISE EXCEPTION 'no such table of ours';
    END IF;
    EXECUTE format('CLUSTER public.%I USING %I', wanted, 'pk_' || wanted);
END $$
"""
BLUR = f"""
CREATE FUNCTION heard_blur_audit(since text) RETURNS void {HEAD} $$
BEGIN
    ALTER TABLE public.audit DISABLE TRIGGER audit_no_change;
    UPDATE public.audit SET seq = seq WHERE at >= since;
    ALTER TABLE public.audit ENABLE TRIGGER audit_no_change;
END $$
"""  # noqa: S608 - nothing in it comes from outside


def allow(function: str) -> None:
    """Make the function, for nobody but the owner until it is granted."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(function)
        name = "heard_lay_out" if function is LAY_OUT else "heard_blur_audit"
        op.execute(f"REVOKE ALL ON FUNCTION {name}(text) FROM PUBLIC")


def forbid(name: str) -> None:
    """Take it away again."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION {name}(text)")

"""The one thing that Heard's own user of PostgreSQL may do as the tables' owner: lay a table out.

Rationale: only its owner may lay a table out anew (`CLUSTER`), and Heard's own user does not own
the tables (storage.grants). The function does this one thing, to tables of ours alone.
"""

from alembic import op

FUNCTION = """
CREATE FUNCTION heard_lay_out(wanted text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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


def allow() -> None:
    """Make the function, for nobody but the owner until it is granted."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(FUNCTION)
        op.execute("REVOKE ALL ON FUNCTION heard_lay_out(text) FROM PUBLIC")


def forbid() -> None:
    """Take it away again."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION heard_lay_out(text)")

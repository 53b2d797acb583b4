"""What Heard's own user of PostgreSQL may do: all that Heard does, and nothing to the audit.

Rationale: the tables' owner could take the triggers away. So another user owns and migrates them
(`python -m storage upgrade`), and the doors and the clock run as one who cannot.
"""

NAME = "[a-z_][a-z0-9_]{0,62}"


def of_keys(role: str) -> tuple[str, ...]:
    """The same for the key store, where that lies in a database of its own."""
    return (
        f'GRANT USAGE ON SCHEMA public TO "{role}"',
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"',
        f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON keys_version FROM "{role}"',
        f'GRANT EXECUTE ON FUNCTION heard_lay_out(text) TO "{role}"',
    )


def grants(role: str) -> tuple[str, ...]:
    """The statements that the owner runs once after each upgrade."""
    return (
        f'GRANT USAGE ON SCHEMA public TO "{role}"',
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"',
        f'REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON audit FROM "{role}"',
        f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON books_version FROM "{role}"',
        f'REVOKE DELETE, INSERT ON audit_head FROM "{role}"',
        f'GRANT EXECUTE ON FUNCTION heard_lay_out(text), heard_blur_audit(text) TO "{role}"',
    )

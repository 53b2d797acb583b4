"""Alembic's way in. It runs inside a transaction that storage.migrations holds open."""

from alembic import context

from storage import tables

room = context.config.attributes["room"]
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata={"books": tables.books, "keys": tables.keys}[room],
    version_table=f"{room}_version",
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

"""Takes the order of arrival out of PostgreSQL's files. SQLite keeps none (storage.tables.columns).

PostgreSQL lays rows down in the order in which they come, and every row carries the number of the
transaction that wrote it, which it shares with its line in the audit. So the rows of the last days
are written again, all in one transaction, and each table is then laid out by its random ids.
"""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from storage import tables

VIEW = tables.view
ABOUT_VIEWS = tuple(
    table for table in tables.books.sorted_tables if table is VIEW or "view_id" in table.columns
)


def shuffle(engine: Engine, since: date) -> int:
    """Leave no order of arrival among views from `since` on; how many tables were laid out anew.

    Rationale: a table is shut while it is laid out, for about a second in 100,000 rows, so this is
    for the night. Without it, whoever can read the database's files could tell who wrote first.
    """
    if engine.dialect.name != "postgresql":
        return 0
    recent = sa.select(VIEW.c.id).where(VIEW.c.received_on >= since)
    with engine.begin() as connection:
        for table in ABOUT_VIEWS:
            key = table.c.id if table is VIEW else table.c.view_id
            same = {key: key}
            connection.execute(sa.update(table).where(key.in_(recent)).values(same))
    for table in ABOUT_VIEWS:
        with engine.begin() as connection:
            connection.exec_driver_sql(f'CLUSTER "{table.name}" USING "pk_{table.name}"')
    return len(ABOUT_VIEWS)

"""What the people who wrote say of how their words were filed."""

import sqlalchemy as sa

from storage.tables.columns import id_, need, of_view, unordered

correction = unordered(
    "correction",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("themes", sa.Text),
    need("on", sa.Date),
    need("open", sa.Boolean),
)

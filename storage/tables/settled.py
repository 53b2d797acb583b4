"""What officers set at the desk, and every change of it."""

import sqlalchemy as sa

from storage.tables.columns import ID, id_, need, unordered

setting = unordered(
    "setting",
    sa.Column("name", sa.String(120), primary_key=True),
    need("place", sa.Integer),
    need("held", sa.Text),
    need("version", sa.Integer),
)
setting_change = unordered(
    "setting_change",
    id_(),
    sa.Column("name", sa.String(120), nullable=False, index=True),
    need("place", sa.Integer),
    need("before", sa.Text),
    need("after", sa.Text),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
)

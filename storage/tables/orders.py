"""Files that officers asked for, and requests that people have a right to make."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered

file_order = unordered(
    "file_order",
    id_(),
    need("ask", sa.Text),
    need("why", sa.String(300)),
    need("asked_by", ID),
    need("asked_post", sa.String(200)),
    need("asked_at", sa.DateTime),
    sa.Column("expires_at", sa.DateTime, nullable=False, index=True),
    sa.Column("decided_by", ID),
    need("decided_post", sa.String(200)),
    sa.Column("decided_at", sa.DateTime),
    sa.Column("approved", sa.Boolean),
    need("taken", sa.Integer),
)
right = unordered(
    "right",
    id_(),
    need("kind", WORD),
    sa.Column("view_id", ID, sa.ForeignKey("view.id", ondelete="SET NULL"), index=True),
    need("came_on", sa.Date),
    need("due_on", sa.Date),
    need("note", sa.String(300)),
    need("post", sa.String(200)),
    sa.Column("closed_on", sa.Date),
    need("outcome", sa.String(300)),
)

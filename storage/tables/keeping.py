"""What goes and when, what the law holds, what went, and the counts that outlive the views."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

going = unordered("going", of_view(primary_key=True), need("warned_on", sa.Date))
hold = unordered(
    "hold",
    id_(),
    sa.Column("view_id", ID, sa.ForeignKey("view.id", ondelete="CASCADE"), index=True),
    need("reason", sa.String(300)),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
    sa.Column("ended_on", sa.Date),
    sa.Column("ended_by", sa.String(200)),
)
erasure = unordered(
    "erasure",
    id_(),
    sa.Column("on", sa.Date, nullable=False, index=True),
    need("words", sa.Integer),
    need("talk", sa.Integer),
    need("contacts", sa.Integer),
    need("dropped", sa.Integer),
    need("keys", sa.Integer),
)
past = unordered(
    "past",
    sa.Column("quarter", sa.String(7), primary_key=True),
    sa.Column("voice", WORD, primary_key=True),
    sa.Column("basis", WORD, primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
    need("n", sa.Integer),
)

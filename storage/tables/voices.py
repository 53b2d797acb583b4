"""What people said, what hangs on it, and how many there are."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

view = unordered(
    "view",
    id_(),
    need("key_id", ID),
    sa.Column("receipt_mac", sa.LargeBinary, nullable=False, unique=True),
    need("voice", WORD),
    need("door", WORD),
    need("kind", WORD),
    sa.Column("topic", WORD),
    sa.Column("face", WORD),
    sa.Column("age_band", WORD),
    need("permission", WORD),
    need("words", sa.LargeBinary),
    sa.Column("received_on", sa.Date, nullable=False, index=True),
    need("half", WORD),
    need("due_on", sa.Date),
    sa.Column("state", WORD, nullable=False, index=True),
    need("worry", WORD),
    sa.Column("signal", WORD),
    need("feeling", WORD),
    need("language", WORD),
    need("asked_for_help", sa.Boolean),
    need("cleared", sa.Boolean),
    need("tagged_by", sa.String(80)),
    sa.Column("read_by", sa.String(80)),
    sa.Column("reasons", sa.LargeBinary),
    need("version", sa.Integer),
    sa.Column("matched", sa.Integer, nullable=False, server_default="0", index=True),
    need("urgency", sa.Integer),
    need("decided", sa.Boolean),
    need("corrected", sa.Boolean),
    sa.Column("owner_id", ID),
    sa.Column("sketched", sa.Boolean, nullable=False, server_default=sa.false(), index=True),
)
# All that a line of the inbox shows and is sieved by, so that no page of words is read for it.
sa.Index(
    "ix_view_inbox",
    *(view.c[name] for name in ("urgency", "due_on", "id", "voice", "door", "kind", "age_band")),
    *(view.c[name] for name in ("permission", "received_on", "state", "worry", "language")),
    *(view.c[name] for name in ("asked_for_help", "owner_id", "key_id")),
)
sa.Index(
    "ix_view_quotable",
    view.c.received_on,
    sqlite_where=sa.text("cleared"),
    postgresql_where=sa.text("cleared"),
)
addition = unordered(
    "addition", id_(), of_view(), need("words", sa.LargeBinary), need("on", sa.Date)
)
who = unordered(
    "who", of_view(primary_key=True), need("openness", WORD), need("sealed", sa.LargeBinary)
)
message = unordered(
    "message",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("from_us", sa.Boolean),
    need("words", sa.LargeBinary),
    need("on", sa.Date),
    sa.Column("officer_id", ID),
    sa.Column("once_mac", sa.LargeBinary, unique=True),
)
sa.Index(
    "ix_message_theirs",
    message.c.on,
    sqlite_where=sa.text("not from_us"),
    postgresql_where=sa.text("not from_us"),
)
step = unordered(
    "step",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("what", WORD),
    need("on", sa.Date),
    need("detail", sa.String(300)),
)
suggestion = unordered(
    "suggestion",
    of_view(primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
    need("score", sa.Float),
    need("picked", sa.Boolean),
)
agreed = unordered(
    "agreed",
    of_view(primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
)
decision = unordered(
    "decision",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("themes", sa.Text),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
)
mask = unordered(
    "mask",
    of_view(primary_key=True),
    sa.Column("start", sa.Integer, primary_key=True),
    sa.Column("end", sa.Integer, primary_key=True),
    need("type", WORD),
    need("reason", sa.LargeBinary),
    need("officer_id", ID),
)
once = unordered(
    "once",
    sa.Column("receipt_mac", sa.LargeBinary, primary_key=True),
    sa.Column("until", sa.DateTime, nullable=False, index=True),
)
taken_back = unordered(
    "taken_back",
    sa.Column("receipt_mac", sa.LargeBinary, primary_key=True),
    need("on", sa.Date),
)
rollup = unordered(
    "rollup",
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("voice", WORD, primary_key=True),
    sa.Column("door", WORD, primary_key=True),
    sa.Column("band", WORD, primary_key=True),
    sa.Column("basis", WORD, primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
    need("n", sa.Integer),
)
# The same by the month, so that a quarter is a few hundred rows and not ten thousand.
rollup_month = unordered(
    "rollup_month",
    sa.Column("month", sa.String(7), primary_key=True),
    *(sa.Column(name, WORD, primary_key=True) for name in ("voice", "door", "band")),
    *(sa.Column(name, WORD, primary_key=True) for name in ("basis", "theme")),
    need("n", sa.Integer),
)

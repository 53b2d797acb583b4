"""Every table of the books. The tables about a view have no order that tells who came first.

SQLite keeps a hidden counter (rowid) that would tell; WITHOUT ROWID takes it away.
"""

from typing import Any

import sqlalchemy as sa

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
books = sa.MetaData(naming_convention=NAMES)
ID = sa.String(22)
WORD = sa.String(40)


def _id() -> sa.Column[str]:
    return sa.Column("id", ID, primary_key=True)


def _view(primary_key: bool = False) -> sa.Column[str]:
    where = sa.ForeignKey("view.id", ondelete="CASCADE")
    return sa.Column("view_id", ID, where, primary_key=primary_key, nullable=False, index=True)


def _need(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _unordered(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(name, books, *columns, sqlite_with_rowid=False)


view = _unordered(
    "view",
    _id(),
    _need("key_id", ID),
    sa.Column("receipt_mac", sa.LargeBinary, nullable=False, unique=True),
    _need("voice", WORD),
    _need("door", WORD),
    _need("kind", WORD),
    sa.Column("topic", WORD),
    sa.Column("face", WORD),
    sa.Column("age_band", WORD),
    _need("permission", WORD),
    _need("words", sa.LargeBinary),
    sa.Column("received_on", sa.Date, nullable=False, index=True),
    _need("half", WORD),
    _need("due_on", sa.Date),
    sa.Column("state", WORD, nullable=False, index=True),
    _need("worry", WORD),
    sa.Column("signal", WORD),
    _need("feeling", WORD),
    _need("language", WORD),
    _need("asked_for_help", sa.Boolean),
    _need("cleared", sa.Boolean),
    _need("tagged_by", sa.String(80)),
    sa.Column("read_by", sa.String(80)),
    sa.Column("reasons", sa.LargeBinary),
    _need("version", sa.Integer),
)
addition = _unordered(
    "addition", _id(), _view(), _need("words", sa.LargeBinary), _need("on", sa.Date)
)
who = _unordered(
    "who", _view(primary_key=True), _need("openness", WORD), _need("sealed", sa.LargeBinary)
)
message = _unordered(
    "message",
    _id(),
    _view(),
    _need("place", sa.Integer),
    _need("from_us", sa.Boolean),
    _need("words", sa.LargeBinary),
    _need("on", sa.Date),
    sa.Column("officer_id", ID),
    sa.Column("once_mac", sa.LargeBinary, unique=True),
)
step = _unordered(
    "step",
    _id(),
    _view(),
    _need("place", sa.Integer),
    _need("what", WORD),
    _need("on", sa.Date),
    _need("detail", sa.String(300)),
)
suggestion = _unordered(
    "suggestion",
    _view(primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
    _need("score", sa.Float),
    _need("picked", sa.Boolean),
)
agreed = _unordered(
    "agreed",
    _view(primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
)
decision = _unordered(
    "decision",
    _id(),
    _view(),
    _need("place", sa.Integer),
    _need("themes", sa.Text),
    _need("officer_id", ID),
    _need("post", sa.String(200)),
    _need("on", sa.Date),
)
mask = _unordered(
    "mask",
    _view(primary_key=True),
    sa.Column("start", sa.Integer, primary_key=True),
    sa.Column("end", sa.Integer, primary_key=True),
    _need("type", WORD),
    _need("reason", sa.LargeBinary),
    _need("officer_id", ID),
)
once = _unordered(
    "once",
    sa.Column("receipt_mac", sa.LargeBinary, primary_key=True),
    sa.Column("until", sa.DateTime, nullable=False, index=True),
)
taken_back = _unordered(
    "taken_back",
    sa.Column("receipt_mac", sa.LargeBinary, primary_key=True),
    _need("on", sa.Date),
)
rollup = _unordered(
    "rollup",
    sa.Column("month", sa.String(7), primary_key=True),
    sa.Column("voice", WORD, primary_key=True),
    sa.Column("basis", WORD, primary_key=True),
    sa.Column("theme", WORD, primary_key=True),
    _need("n", sa.Integer),
)
outbox = _unordered(
    "outbox",
    _id(),
    _need("channel", sa.String(80)),
    _need("subject", sa.String(200)),
    _need("body", sa.Text),
    _need("made_at", sa.DateTime),
    sa.Column("due_at", sa.DateTime, index=True),
    sa.Column("leased_until", sa.DateTime),
    _need("tries", sa.Integer),
    sa.Column("sent_at", sa.DateTime),
    _need("trouble", sa.String(200)),
)
statement = _unordered(
    "statement",
    _id(),
    _need("source", sa.String(300)),
    _need("title", sa.String(300)),
    _need("position", sa.Integer),
    _need("words", sa.Text),
    _need("themes", sa.Text),
    sa.Column("fingerprint", sa.String(64), nullable=False, unique=True),
)
officer = _unordered(
    "officer",
    _id(),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    _need("name", sa.String(200)),
    _need("post", sa.String(200)),
    _need("password_hash", sa.String(200)),
    _need("totp", sa.LargeBinary),
    _need("totp_last", sa.BigInteger),
    _need("roles", sa.String(200)),
    _need("active", sa.Boolean),
    _need("misses", sa.Integer),
    sa.Column("wait_until", sa.DateTime),
)
session = _unordered(
    "session",
    sa.Column("token_mac", sa.LargeBinary, primary_key=True),
    sa.Column("officer_id", ID, sa.ForeignKey("officer.id", ondelete="CASCADE"), nullable=False),
    _need("made_at", sa.DateTime),
    _need("seen_at", sa.DateTime),
)
paper = _unordered(
    "paper",
    _id(),
    _need("item_number", WORD),
    _need("meeting_on", sa.Date),
    _need("period_start", sa.Date),
    _need("period_end", sa.Date),
    _need("issued_on", sa.Date),
    _need("officer_id", ID),
    _need("sha256", sa.String(64)),
)
paper_view = _unordered(
    "paper_view",
    sa.Column("paper_id", ID, sa.ForeignKey("paper.id", ondelete="CASCADE"), primary_key=True),
    _view(primary_key=True),
)
beat = _unordered("beat", sa.Column("name", WORD, primary_key=True), _need("at", sa.DateTime))
audit = sa.Table(
    "audit",
    books,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    _need("at", sa.String(32)),
    _need("actor", sa.String(80)),
    _need("verb", WORD),
    _need("subject", sa.String(80)),
    _need("detail", sa.String(300)),
    _need("mac", sa.String(64)),
)
audit_head = sa.Table(
    "audit_head",
    books,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    _need("seq", sa.BigInteger),
    _need("mac", sa.String(64)),
    _need("seal", sa.String(64)),
)

keys = sa.MetaData(naming_convention=NAMES)
record_key = sa.Table(
    "record_key",
    keys,
    _id(),
    _need("wrapped", sa.LargeBinary),
    sa.Column("made_on", sa.Date, nullable=False, index=True),
    sqlite_with_rowid=False,
)

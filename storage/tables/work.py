"""What officers and the clock work with: notices, accounts, papers, the audit."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, books, id_, need, of_view, unordered

outbox = unordered(
    "outbox",
    id_(),
    need("channel", sa.String(80)),
    need("subject", sa.String(200)),
    need("body", sa.Text),
    need("made_at", sa.DateTime),
    sa.Column("due_at", sa.DateTime, index=True),
    sa.Column("leased_until", sa.DateTime),
    need("tries", sa.Integer),
    sa.Column("sent_at", sa.DateTime),
    need("trouble", sa.String(200)),
    sa.Column("about", ID),
    sa.Column("presses", sa.Text),
    sa.Column("alert_id", ID),
    sa.Column("recipient", sa.String(254), nullable=False, server_default=""),
)
statement = unordered(
    "statement",
    id_(),
    need("source", sa.String(300)),
    need("title", sa.String(300)),
    need("position", sa.Integer),
    need("words", sa.Text),
    need("themes", sa.Text),
    sa.Column("fingerprint", sa.String(64), nullable=False, unique=True),
)
officer = unordered(
    "officer",
    id_(),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    need("name", sa.String(200)),
    need("post", sa.String(200)),
    need("password_hash", sa.String(200)),
    need("totp", sa.LargeBinary),
    need("totp_last", sa.BigInteger),
    need("roles", sa.String(200)),
    need("active", sa.Boolean),
    sa.Column("subject", sa.String(255), unique=True),
)
session = unordered(
    "session",
    sa.Column("token_mac", sa.LargeBinary, primary_key=True),
    sa.Column("officer_id", ID, sa.ForeignKey("officer.id", ondelete="CASCADE"), nullable=False),
    need("made_at", sa.DateTime),
    need("seen_at", sa.DateTime),
)
paper = unordered(
    "paper",
    id_(),
    need("item_number", WORD),
    need("meeting_on", sa.Date),
    need("period_start", sa.Date),
    need("period_end", sa.Date),
    need("issued_on", sa.Date),
    need("officer_id", ID),
    need("sha256", sa.String(64)),
)
paper_view = unordered(
    "paper_view",
    sa.Column("paper_id", ID, sa.ForeignKey("paper.id", ondelete="CASCADE"), primary_key=True),
    of_view(primary_key=True),
)
beat = unordered("beat", sa.Column("name", WORD, primary_key=True), need("at", sa.DateTime))
audit = sa.Table(
    "audit",
    books,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    need("at", sa.String(32)),
    need("actor", sa.String(80)),
    need("verb", WORD),
    need("subject", sa.String(80)),
    need("detail", sa.String(300)),
    need("mac", sa.String(64)),
)
audit_head = sa.Table(
    "audit_head",
    books,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    need("seq", sa.BigInteger),
    need("mac", sa.String(64)),
    need("seal", sa.String(64)),
)

"""What is written into papers, what the committee decided, and what came back."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered


def _of(table: str, column: str, primary_key: bool = False) -> "sa.Column[str]":
    """A column of rows that hang on another and go with it."""
    where = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(column, ID, where, primary_key=primary_key, nullable=False, index=True)


draft_paper = unordered(
    "draft_paper",
    id_(),
    need("item_number", WORD),
    need("meeting_on", sa.Date),
    need("period_start", sa.Date),
    need("period_end", sa.Date),
    need("made_on", sa.Date),
    need("officer_id", ID),
)
paragraph = unordered(
    "paragraph",
    id_(),
    _of("draft_paper", "draft_id"),
    need("section", sa.String(80)),
    need("theme", WORD),
    need("place", sa.Integer),
    need("words", sa.Text),
    need("rests", sa.Text),
    need("post", sa.String(200)),
    need("on", sa.Date),
    need("version", sa.Integer),
)
looked_at = unordered(
    "looked_at",
    _of("draft_paper", "draft_id", primary_key=True),
    sa.Column("mark", sa.String(64), primary_key=True),
    need("piece", sa.String(300)),
    need("reason", sa.String(300)),
    need("officer_id", ID),
    need("on", sa.Date),
)
action = unordered(
    "action",
    id_(),
    sa.Column("paper_id", ID, nullable=False, index=True),
    need("kind", WORD),
    need("label", WORD),
    need("words", sa.Text),
    need("theme", WORD),
    need("owner", sa.String(200)),
    sa.Column("due_on", sa.Date),
    need("state", WORD),
    need("made_on", sa.Date),
    need("version", sa.Integer),
)
progress = unordered(
    "progress",
    id_(),
    _of("action", "action_id"),
    need("place", sa.Integer),
    need("on", sa.Date),
    *(need(name, sa.Text) for name in ("words", "quantified", "measured", "substantiated")),
    need("officer_id", ID),
)
ask = unordered(
    "ask",
    id_(),
    sa.Column("action_id", ID, nullable=False, index=True),
    need("theme", WORD),
    need("question", sa.Text),
    need("on", sa.Date),
    need("officer_id", ID),
    need("arising", sa.Text),
)
asked_view = unordered(
    "asked_view", _of("ask", "ask_id", primary_key=True), of_view(primary_key=True)
)
theme_answer = unordered(
    "theme_answer",
    id_(),
    need("theme", WORD),
    sa.Column("action_id", ID),
    need("adult", sa.Text),
    need("young", sa.Text),
    need("on", sa.Date),
    need("officer_id", ID),
)
answered_view = unordered(
    "answered_view",
    _of("theme_answer", "answer_id", primary_key=True),
    of_view(primary_key=True),
    sa.Column("seen_on", sa.Date),
)
member = unordered(
    "member",
    id_(),
    sa.Column("code_mac", sa.LargeBinary, nullable=False, unique=True),
    need("label", sa.String(80)),
    need("made_on", sa.Date),
    need("active", sa.Boolean),
)
sign_off = unordered(
    "sign_off",
    _of("draft_paper", "draft_id", primary_key=True),
    _of("member", "member_id", primary_key=True),
    need("yes", sa.Boolean),
    need("why", sa.Text),
    need("on", sa.Date),
    need("seen_sha256", sa.String(64)),
)

"""Short questions to everybody, and the answers, apart from who gave them."""

import sqlalchemy as sa

from storage.tables.columns import ID, id_, need, unordered

poll = unordered(
    "poll",
    id_(),
    need("question", sa.String(300)),
    need("choices", sa.Text),
    need("written_on", sa.Date),
    need("written_by", ID),
    sa.Column("opened_on", sa.Date),
    sa.Column("closed_on", sa.Date),
    need("version", sa.Integer),
)
# One answer of one browser. No day and no order; the mark differs for each poll.
poll_answer = unordered(
    "poll_answer",
    sa.Column("poll_id", ID, sa.ForeignKey("poll.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("browser_mac", sa.LargeBinary, primary_key=True),
    need("choice", sa.Integer),
)

"""The board that everyone sees, who says so too, and the counters that slow floods."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered

board_entry = unordered(
    "board_entry",
    id_(),
    need("theme", WORD),
    need("said", sa.Text),
    need("standing", WORD),
    need("answer", sa.Text),
    need("written_on", sa.Date),
    need("written_by", ID),
    sa.Column("published_on", sa.Date, index=True),
    sa.Column("published_by", ID),
    sa.Column("action_id", ID, index=True),
    need("version", sa.Integer),
)
# One press of one browser. No day and no order; the mark differs for each point (storage/board.py).
board_press = unordered(
    "board_press",
    sa.Column(
        "entry_id", ID, sa.ForeignKey("board_entry.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("asked", WORD, primary_key=True),
    sa.Column("browser_mac", sa.LargeBinary, primary_key=True),
    need("yes", sa.Boolean),
)
brake = unordered(
    "brake",
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("span", sa.BigInteger, primary_key=True, autoincrement=False),
    need("n", sa.Integer),
)

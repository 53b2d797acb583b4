"""What belongs to a young person's way through the form and back to it by code."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, need, of_view, unordered

want = unordered(
    "want",
    of_view(primary_key=True),
    sa.Column("what", WORD, primary_key=True),
    need("on", sa.Date),
)
sentence = unordered(
    "sentence",
    of_view(primary_key=True),
    sa.Column("start", sa.Integer, primary_key=True),
    need("end", sa.Integer),
    need("permission", WORD),
)
draft = unordered(
    "draft",
    sa.Column("mac", sa.LargeBinary, primary_key=True),
    need("sealed", sa.LargeBinary),
    sa.Column("until", sa.DateTime, nullable=False, index=True),
)
# An issued paper whose figures or words rest on a view that its writer took back since.
paper_taken_back = unordered(
    "paper_taken_back",
    sa.Column("paper_id", ID, sa.ForeignKey("paper.id", ondelete="CASCADE"), primary_key=True),
)

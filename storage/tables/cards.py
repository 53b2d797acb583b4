"""Paper cards: two keyed hashes each, of the number on one half and the code on the other."""

import sqlalchemy as sa

from storage.tables.columns import need, unordered

card = unordered(
    "card",
    sa.Column("receipt_mac", sa.LargeBinary, primary_key=True),
    sa.Column("number_mac", sa.LargeBinary, nullable=False, unique=True),
    need("printed_on", sa.Date),
    sa.Column("used_on", sa.Date),
)

"""How often something was done without a name, by the half-day, until it stands in the audit."""

import sqlalchemy as sa

from storage.tables.columns import WORD, need, unordered

tally = unordered(
    "tally",
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("half", WORD, primary_key=True),
    sa.Column("verb", WORD, primary_key=True),
    sa.Column("actor", sa.String(80), primary_key=True),
    sa.Column("subject", sa.String(80), primary_key=True),
    need("n", sa.Integer),
)

"""What sign-in keeps: known devices, misses, second factors asked for, and invitations."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered


def _officer() -> sa.Column[str]:
    where = sa.ForeignKey("officer.id", ondelete="CASCADE")
    return sa.Column("officer_id", ID, where, nullable=False, index=True)


device = unordered(
    "device",
    sa.Column("token_mac", sa.LargeBinary, primary_key=True),
    _officer(),
    need("misses", sa.Integer),
    need("since", sa.Date),
)
miss = unordered(
    "miss",
    sa.Column("email_mac", sa.LargeBinary, primary_key=True),
    need("misses", sa.Integer),
    need("at", sa.DateTime),
    sa.Column("wait_until", sa.DateTime),
)
recovery = unordered(
    "recovery",
    id_(),
    _officer(),
    need("asked_by", ID),
    need("asked_on", sa.Date),
)
invitation = unordered(
    "invitation",
    sa.Column("code_mac", sa.LargeBinary, primary_key=True),
    _officer(),
    need("start", WORD),
    need("until", sa.DateTime),
)

"""The register of staff and carers, and whom each view is about."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

staff = unordered(
    "staff",
    id_(),
    need("name", sa.String(200)),
    need("nicknames", sa.Text),
    need("post", sa.String(200)),
    need("team", sa.String(200)),
    sa.Column("manager_id", ID),
    sa.Column("email", sa.String(254), nullable=False, index=True),
    need("since", sa.Integer),
    need("here", sa.Boolean),
)
register = unordered(
    "register",
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    need("version", sa.Integer),
)
subject = unordered(
    "subject",
    of_view(primary_key=True),
    sa.Column("person_id", ID, primary_key=True, index=True),
    need("how", WORD),
    need("block", WORD),
    need("on", sa.Date),
    sa.Column("asked_by", ID),
    need("reason", sa.LargeBinary),
)

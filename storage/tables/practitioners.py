"""Who is who in Slack: writers who gave their name, and officers. Keyed hashes, and ids sealed."""

import sqlalchemy as sa

from storage.tables.columns import ID, need, of_view, unordered

writer = unordered(
    "writer",
    of_view(primary_key=True),
    sa.Column("writer_mac", sa.LargeBinary, nullable=False, index=True),
    need("sealed", sa.LargeBinary),
)
slack_link = unordered(
    "slack_link",
    sa.Column("officer_id", ID, sa.ForeignKey("officer.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("person_mac", sa.LargeBinary, nullable=False, unique=True),
    need("sealed", sa.LargeBinary),
)
link_code = unordered(
    "link_code",
    sa.Column("code_mac", sa.LargeBinary, primary_key=True),
    sa.Column("officer_id", ID, sa.ForeignKey("officer.id", ondelete="CASCADE"), nullable=False),
    need("until", sa.DateTime),
)

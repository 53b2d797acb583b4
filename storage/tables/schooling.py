"""What officers ask of the machine, and what it learned."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, unordered

machine_job = unordered(
    "machine_job",
    id_(),
    need("task", WORD),
    sa.Column("stage", WORD, nullable=False, index=True),
    need("subject", sa.String(80)),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("asked_at", sa.DateTime),
    sa.Column("leased_until", sa.DateTime),
    need("told", sa.String(300)),
    need("many", sa.Integer),
)
machine_version = unordered(
    "machine_version",
    sa.Column("name", WORD, primary_key=True),
    need("made_at", sa.String(40)),
    need("asked_by", sa.String(200)),
    need("texts", sa.Integer),
    need("corrections", sa.Integer),
    need("before", sa.Text),
    need("after", sa.Text),
    need("refused", sa.Boolean),
    need("live", sa.Boolean),
    need("gone", sa.Boolean),
)

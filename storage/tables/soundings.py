"""The pulse: who answered lies apart from what was answered, and is thrown away at the close."""

import sqlalchemy as sa

from storage.tables.columns import ID, id_, need, unordered

sounding = unordered(
    "sounding",
    id_(),
    need("version", sa.Integer),
    need("question", sa.String(300)),
    need("choices", sa.Text),
    need("days", sa.Integer),
    need("written_on", sa.Date),
    need("written_by", ID),
    sa.Column("opened_on", sa.Date),
    sa.Column("closes_on", sa.Date),
    sa.Column("closed_on", sa.Date),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("results", sa.Text),
)


def _of_sounding(primary_key: bool = False) -> sa.Column[str]:
    where = sa.ForeignKey("sounding.id", ondelete="CASCADE")
    return sa.Column("sounding_id", ID, where, primary_key=primary_key, nullable=False)


sounding_team = unordered(
    "sounding_team",
    id_(),
    _of_sounding(),
    need("place", sa.Integer),
    need("name", sa.String(80)),
    need("channel", sa.String(40)),
)
sounding_count = unordered(
    "sounding_count",
    _of_sounding(primary_key=True),
    sa.Column("team_id", ID, primary_key=True),
    sa.Column("choice", sa.Integer, primary_key=True, autoincrement=False),
    need("n", sa.Integer),
)
sounding_seen = unordered(
    "sounding_seen",
    _of_sounding(primary_key=True),
    sa.Column("person_mac", sa.LargeBinary, primary_key=True),
)

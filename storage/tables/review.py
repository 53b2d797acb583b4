"""What officers say of a view beside its themes, and to each other."""

import sqlalchemy as sa

from storage.tables.columns import ID, WORD, id_, need, of_view, unordered

appraisal = unordered(
    "appraisal",
    of_view(primary_key=True),
    need("stance", WORD),
    need("rich", sa.Boolean),
    need("fallbacks", sa.String(80)),
    need("officer_id", ID),
    need("on", sa.Date),
)
note = unordered(
    "note",
    id_(),
    of_view(),
    need("place", sa.Integer),
    need("words", sa.LargeBinary),
    need("officer_id", ID),
    need("post", sa.String(200)),
    need("on", sa.Date),
    sa.Column("asks", ID, index=True),
    need("open", sa.Boolean),
)
part_mask = unordered(
    "part_mask",
    of_view(primary_key=True),
    sa.Column("part", ID, primary_key=True),
    sa.Column("start", sa.Integer, primary_key=True),
    sa.Column("end", sa.Integer, primary_key=True),
    need("type", WORD),
    need("reason", sa.LargeBinary),
    need("officer_id", ID),
)

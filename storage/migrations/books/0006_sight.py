"""The register of staff and carers, whom each view is about, and what was matched so far.

Everybody who signs in today is on the register from the start. No view was matched with it yet, so
each is held from all of them until the clock has looked.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and put everybody who signs in on the register."""
    staff = op.create_table(
        "staff",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("nicknames", sa.Text(), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("team", sa.String(length=200), nullable=False),
        sa.Column("manager_id", sa.String(length=22), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_staff_email"), "staff", ["email"])
    register = op.create_table(
        "register",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_register")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "subject",
        sa.Column("view_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("block", sa.String(length=40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.String(length=22), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["view_id"], ["view.id"], name=op.f("fk_subject_view_id_view"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("view_id", "person_id", name=op.f("pk_subject")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_subject_view_id"), "subject", ["view_id"])
    op.create_index(op.f("ix_subject_person_id"), "subject", ["person_id"])
    op.add_column("view", sa.Column("matched", sa.Integer(), server_default="0", nullable=False))
    op.create_index(op.f("ix_view_matched"), "view", ["matched"])
    op.bulk_insert(register, [{"one": 1, "version": 1}])
    _enrol(staff)


def _enrol(staff: sa.Table) -> None:
    known = sa.table("officer", sa.column("email"), sa.column("name"), sa.column("post"))
    rows = op.get_bind().execute(sa.select(known)).all()
    made = [
        {
            "id": secrets.token_urlsafe(16),
            "name": row.name,
            "nicknames": "",
            "post": row.post,
            "team": "",
            "manager_id": None,
            "email": row.email,
            "since": 1,
            "here": True,
        }
        for row in rows
    ]
    if made:
        op.bulk_insert(staff, made)


def downgrade() -> None:
    """Take the register and every block away."""
    op.drop_index(op.f("ix_view_matched"), table_name="view")
    op.drop_column("view", "matched")
    for name in ("subject", "register", "staff"):
        op.drop_table(name)

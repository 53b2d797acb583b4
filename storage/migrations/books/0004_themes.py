"""Themes in a table, with the ones that Heard comes with, their history, and the edition."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
# key, name, plain, pledge, csi, for_young. As they were on this day: a migration never changes.
SHIPPED = (
    (
        "home_carers",
        "Home and the people who care for me",
        "Where I live and who looks after me",
        "home",
        "",
        True,
    ),
    ("family_time", "Family time", "Seeing my family", "identity", "", True),
    ("social_worker", "My social worker", "My social worker", "involvement", "", True),
    ("being_listened_to", "Being listened to", "Being listened to", "involvement", "", True),
    ("education", "School, college and work", "School, college or work", "education", "", True),
    (
        "mental_health",
        "Feelings and mental health",
        "How I feel inside",
        "health",
        "Substance Misuse and Mental Health\nAccess to Therapeutic Support",
        True,
    ),
    ("physical_health", "Physical health", "My body and health", "health", "", True),
    (
        "friends_activities",
        "Friends and things to do",
        "Friends and things to do",
        "identity",
        "",
        True,
    ),
    ("safety", "Feeling safe", "Feeling safe", "home", "Neglect and Child Abuse", True),
    (
        "domestic_abuse",
        "Domestic abuse",
        "Adults hurting each other at home",
        "home",
        "Domestic Abuse",
        False,
    ),
    (
        "substance_misuse",
        "Drugs, alcohol and vapes",
        "Drugs, alcohol or vapes",
        "health",
        "Substance Misuse and Mental Health",
        True,
    ),
    (
        "leaving_care",
        "Moving on",
        "Getting my own place and growing up",
        "future",
        "Pathway Planning",
        True,
    ),
    ("money", "Money", "Money", "future", "", True),
    ("moving_placement", "Moving home", "Moving to a different home", "home", "", True),
    ("identity_culture", "Who I am", "Who I am and what I believe", "identity", "", True),
    (
        "workforce_caseloads",
        "Workforce and caseloads",
        "Staff and how busy they are",
        None,
        "",
        False,
    ),
    (
        "early_help_front_door",
        "Early help and the front door",
        "Getting help early",
        None,
        "Early Help\nFront Door Assessment",
        False,
    ),
    ("systems_process", "Systems and process", "Forms, rules and computers", None, "", False),
)


def upgrade() -> None:
    """Make the tables and write down the themes that are in use already."""
    theme = op.create_table(
        "theme",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=75), nullable=False),
        sa.Column("plain", sa.String(length=75), nullable=False),
        sa.Column("stance", sa.String(length=200), nullable=False),
        sa.Column("pledge", sa.String(length=40), nullable=True),
        sa.Column("ambition", sa.String(length=40), nullable=True),
        sa.Column("csi", sa.String(length=500), nullable=False),
        sa.Column("for_young", sa.Boolean(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("into", sa.String(length=40), nullable=True),
        sa.Column("part_of", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_theme")),
        sqlite_with_rowid=False,
    )
    names = ("key", "name", "plain", "pledge", "csi", "for_young")
    op.bulk_insert(
        theme,
        [
            dict(zip(names, told, strict=True), place=place, stance="")
            for place, told in enumerate(SHIPPED)
        ],
    )
    op.create_table(
        "theme_change",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("before", sa.String(length=300), nullable=False),
        sa.Column("after", sa.String(length=300), nullable=False),
        sa.Column("officer_id", sa.String(length=22), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_change")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("theme_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_change_theme"), ["theme"], unique=False)
    edition = op.create_table(
        "edition",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_edition")),
    )
    op.bulk_insert(edition, [{"one": 1, "number": 1}])


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("edition")
    with op.batch_alter_table("theme_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_theme_change_theme"))
    op.drop_table("theme_change")
    op.drop_table("theme")

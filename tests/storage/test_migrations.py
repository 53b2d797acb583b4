"""Migrations: the models match, up and down with data, and many may start at once."""

import subprocess
import sys
from datetime import date

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from core import inbox
from storage import migrations, tables
from storage.engines import open_engine


def _insert(table, row):
    return sa.insert(sa.table(table, *map(sa.column, row)))


def names(url):
    engine = open_engine(url, patience_s=2)
    found = set(sa.inspect(engine).get_table_names())
    engine.dispose()
    return found


def test_the_newest_schema_is_what_the_tables_say(store_urls):
    for url, metadata, room in zip(
        store_urls, (tables.books, tables.keys), (migrations.BOOKS, migrations.KEYS), strict=True
    ):
        engine = open_engine(url, patience_s=2)
        with engine.connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"version_table": f"{room}_version", "compare_type": True}
            )
            assert compare_metadata(context, metadata) == []
        engine.dispose()


def test_down_and_up_again_and_a_second_time_changes_nothing(blank_urls):
    migrations.upgrade(*blank_urls)
    before = names(blank_urls[0])
    assert "view" in before
    migrations.upgrade(*blank_urls)
    migrations.downgrade(*blank_urls)
    assert "view" not in names(blank_urls[0])
    migrations.upgrade(*blank_urls)
    assert names(blank_urls[0]) == before


def test_what_is_stored_outlives_an_upgrade(store_urls, store):
    with store.transaction() as books:
        books.audit.append("now", "door:web", "received")
    migrations.upgrade(*store_urls)
    with store.reading() as books:
        assert books.audit.verify().lines == 1


def test_four_processes_may_start_on_an_empty_database_at_once(blank_urls):
    code = f"from storage import migrations; migrations.upgrade(*{blank_urls!r})"
    started = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = [process.communicate(timeout=60)[1] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0, 0], told
    assert "view" in names(blank_urls[0])


def test_what_hangs_on_a_view_is_still_there_after_its_table_was_built_anew(blank_urls):
    books, keys = blank_urls
    migrations.upgrade(books, keys, "0001")
    engine = open_engine(blank_urls[0], patience_s=2)
    day = date(2027, 1, 12)
    told: dict[str, object] = {
        "id": "x",
        "key_id": "k",
        "receipt_mac": b"r",
        "words": b"w",
        "tagged_by": "t",
    }
    told |= {"voice": "practitioner", "door": "web", "kind": "concern", "half": "am"}
    told |= {"received_on": day, "due_on": day, "permission": "everyone", "feeling": "neutral"}
    told |= {"state": "answered", "worry": "none", "language": "en", "version": 1}
    told |= {"asked_for_help": False, "cleared": False}
    decided: dict[str, object] = {
        "id": "d",
        "view_id": "x",
        "place": 0,
        "themes": "money",
        "officer_id": "o",
    }
    decided |= {"post": "Post", "on": day}
    with engine.begin() as connection:
        connection.execute(_insert("view", told), told)
        connection.execute(_insert("decision", decided), decided)
    migrations.upgrade(*blank_urls)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT urgency, decided FROM view").one()
        assert tuple(found) == (inbox.DONE, 1)
        assert connection.exec_driver_sql("SELECT count(*) FROM decision").scalar() == 1
    engine.dispose()

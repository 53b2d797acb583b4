"""Migrations: the models match, up and down with data, and many may start at once."""

import subprocess
import sys

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storage import migrations, tables
from storage.engines import open_engine


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

"""A PostgreSQL that stops and is killed under a clock that goes on: no restart of the clock."""

import time

import psycopg
import pytest

from clock.waking import Waker
from storage import migrations
from tests.clock.conftest import wait_until
from tools.temporary_postgres import temporary_postgres

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def postgres_server():
    with temporary_postgres() as server:
        yield server


@pytest.fixture(scope="module")
def migrated_databases(postgres_server):
    names = ("pattern_books", "pattern_keys")
    for name in names:
        with psycopg.connect(postgres_server.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
    migrations.upgrade(*(postgres_server.url(name) for name in names))
    return names


@pytest.fixture
def engine_name() -> str:
    return "postgresql"


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_the_clock_outlives_an_outage_of_its_database(tower, postgres_server, how):
    clock = tower.start()
    wake = Waker(tower.clock_url)
    getattr(postgres_server, how)()
    wake()
    time.sleep(3)
    assert clock.poll() is None
    postgres_server.start()
    tower.alert()
    wake()
    tower.slack.wait_for("chat.postMessage", 1, seconds=15)
    tower.post.wait_for(1, seconds=15)
    wait_until(lambda: tower.unsent() == 0, 5)
    assert len(tower.logs().splitlines()) < 60

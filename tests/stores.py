"""An empty, migrated store for each test, on SQLite and then on PostgreSQL.

Rooms are imported inside the fixtures, so that one that is broken fails its own tests only.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from storage.secrets import Secrets
    from storage.store import Store
    from tools.temporary_postgres import TemporaryPostgres

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn, so that every test that keeps something runs on both."""
    return str(request.param)


@pytest.fixture(scope="session")
def postgres_server() -> "Iterator[TemporaryPostgres]":
    """PostgreSQL's own server on a unix socket: no port, no root, gone with the session."""
    from tools.temporary_postgres import temporary_postgres

    with temporary_postgres(durable=False) as server:
        yield server


def _tell(server: "TemporaryPostgres", sentence: str) -> None:
    import psycopg

    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(sentence.encode())


@pytest.fixture(scope="session")
def migrated_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both SQLite files, migrated once and copied for each test."""
    from storage import migrations

    folder = tmp_path_factory.mktemp("migrated")
    migrations.upgrade(f"sqlite:///{folder}/heard.db", f"sqlite:///{folder}/keys.db")
    return folder


@pytest.fixture(scope="session")
def migrated_databases(postgres_server: "TemporaryPostgres") -> tuple[str, str]:
    """Two PostgreSQL databases, migrated once and used as the pattern for each test's own."""
    from storage import migrations

    for name in ("pattern_books", "pattern_keys"):
        _tell(postgres_server, f"CREATE DATABASE {name}")
    urls = (postgres_server.url("pattern_books"), postgres_server.url("pattern_keys"))
    migrations.upgrade(*urls)
    return "pattern_books", "pattern_keys"


def _on_sqlite(folder: Path, migrated: Path | None) -> Iterator[tuple[str, str]]:
    if migrated is not None:
        for name in ("heard.db", "keys.db"):
            shutil.copyfile(migrated / name, folder / name)
    yield f"sqlite:///{folder}/heard.db", f"sqlite:///{folder}/keys.db"


def _on_postgresql(
    server: "TemporaryPostgres", patterns: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    names = [f"t_{uuid4().hex}" for _ in patterns]
    for name, pattern in zip(names, patterns, strict=True):
        _tell(server, f"CREATE DATABASE {name} TEMPLATE {pattern}")
    yield server.url(names[0]), server.url(names[1])
    for name in names:
        _tell(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store_urls(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[str, str]]:
    """The books' address and the keys' address: migrated, empty, this test's own."""
    if engine_name == "sqlite":
        yield from _on_sqlite(tmp_path, request.getfixturevalue("migrated_files"))
    else:
        server = request.getfixturevalue("postgres_server")
        yield from _on_postgresql(server, request.getfixturevalue("migrated_databases"))


@pytest.fixture
def blank_urls(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[str, str]]:
    """Two addresses where nothing was made yet: what a first start finds."""
    if engine_name == "sqlite":
        yield from _on_sqlite(tmp_path, None)
    else:
        server = request.getfixturevalue("postgres_server")
        yield from _on_postgresql(server, ("template1", "template1"))


@pytest.fixture
def secrets() -> "Secrets":
    """Five keys made for this test."""
    from storage.secrets import make_secrets

    return make_secrets()


@pytest.fixture
def patience_s() -> float:
    """How long a writer waits for the books before it says that nothing was saved."""
    return 2.0


@pytest.fixture
def store(store_urls: tuple[str, str], secrets: "Secrets", patience_s: float) -> "Iterator[Store]":
    """An open, empty store."""
    from storage.store import open_store

    opened = open_store(*store_urls, secrets, patience_s=patience_s)
    yield opened
    opened.close()

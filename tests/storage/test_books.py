"""The books: all or nothing, the audit shows what was touched, writers do not starve."""

import threading
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from core.errors import CannotReach, NotSaved
from services import intake, upkeep
from storage import checkup, tables
from storage.secrets import make_secrets
from storage.store import WrongKeys, open_store
from storage.vault import KeyGone, seal, unseal
from tests.services.people import said

DAY = date(2027, 1, 12)


def append(store, count=5):
    with store.transaction() as books:
        for number in range(count):
            books.audit.append("2027-01-12 am", "door:web", "received", "", str(number))


def tear_open(connection):
    """Take away what the database itself refuses, as whoever owns it could."""
    if connection.dialect.name == "sqlite":
        for verb in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS audit_no_{verb}")
    else:
        connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER ALL")


def verdict(store):
    with store.reading() as books:
        return books.audit.verify()


def test_nothing_is_kept_when_the_block_fails(store):
    def interrupted():
        with store.transaction() as books:
            books.audit.append("now", "door:web", "received")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        interrupted()
    assert verdict(store).lines == 0


@pytest.mark.parametrize(
    ("harm", "line"),
    [
        ("UPDATE audit SET detail = 'other' WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 5", 5),
        ("UPDATE audit SET seq = 99 WHERE seq = 1", 1),
        ("UPDATE audit SET actor = 'door:slack' WHERE seq = 5", 5),
        (
            (
                "UPDATE audit_head SET seq = 4, mac = (SELECT mac FROM audit WHERE seq = 4)|"
                "DELETE FROM audit WHERE seq = 5"
            ),
            5,
        ),
    ],
)
def test_the_first_line_that_was_touched_is_named(store, harm, line):
    append(store)
    assert verdict(store).holds
    with store.engine.begin() as connection:
        tear_open(connection)
        for statement in harm.split("|"):
            connection.exec_driver_sql(statement)
    found = verdict(store)
    assert not found.holds
    assert found.bad_line == line


def test_fifty_writers_lose_no_line(store):
    def work():
        for _ in range(5):
            append(store, 1)

    workers = [threading.Thread(target=work) for _ in range(10)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert verdict(store).holds
    assert verdict(store).lines == 50


def test_a_locked_database_says_not_saved_in_time(store_urls, secrets):
    patient = open_store(store_urls[0], store_urls[1], secrets, patience_s=10)
    hasty = open_store(store_urls[0], store_urls[1], secrets, patience_s=0.5)
    with patient.transaction() as books:
        books.audit.append("now", "a", "b")
        with pytest.raises(NotSaved), hasty.transaction() as others:
            others.audit.append("now", "a", "b")
    with hasty.transaction() as others:
        others.audit.append("now", "a", "b")
    patient.close()
    hasty.close()


def test_a_database_that_is_gone_is_said_plainly(secrets, tmp_path):
    nowhere = open_store(f"sqlite:///{tmp_path}/empty.db", f"sqlite:///{tmp_path}/keys.db", secrets)
    with pytest.raises(CannotReach), nowhere.reading() as books:
        books.audit.verify()
    with pytest.raises(NotSaved), nowhere.transaction() as books:
        books.audit.append("now", "a", "b")
    nowhere.close()


def test_a_read_only_file_says_not_saved(store_urls, secrets, tmp_path):
    if store_urls[0].startswith("postgresql"):
        pytest.skip("a PostgreSQL that may not write says so in other words")
    place = store_urls[0].removeprefix("sqlite:///")
    reader = open_store(f"sqlite:///file:{place}?mode=ro&uri=true", store_urls[1], secrets)
    with pytest.raises(NotSaved), reader.transaction() as books:
        books.audit.append("now", "a", "b")
    reader.close()


def test_words_open_only_with_their_key_in_their_place(store):
    key_id, key = store.fresh_key(DAY)
    sealed = seal(key, "my words", "row-1")
    assert b"words" not in sealed
    assert unseal(store.vault.key(key_id), sealed, "row-1") == "my words"
    with pytest.raises(KeyGone):
        unseal(key, sealed, "row-2")
    store.vault.destroy([key_id])
    with pytest.raises(KeyGone):
        store.vault.key(key_id)


def test_keys_that_nothing_uses_are_swept_after_a_day(store):
    store.fresh_key(DAY)
    assert store.vault.unused(set(), DAY) == []
    old = store.vault.unused(set(), DAY + timedelta(days=2))
    assert len(old) == 64


def test_the_nightly_sweep_leaves_every_key_that_a_view_needs(house, now):
    intake.receive(house, said())
    now.pass_by(days=3)
    assert upkeep.sweep_keys(house) == 63
    assert checkup.check(house.store).troubles == ()


def test_a_key_from_another_heard_opens_nothing(store_urls, secrets, store):
    key_id, _ = store.fresh_key(DAY)
    other = open_store(store_urls[0], store_urls[1], make_secrets())
    with pytest.raises(KeyGone):
        other.vault.key(key_id)
    other.close()


def test_books_are_not_opened_with_the_wrong_keys(store_urls, secrets, store, house):
    store.check_keys(DAY)
    store.check_keys(DAY)
    other = open_store(store_urls[0], store_urls[1], make_secrets())
    with pytest.raises(WrongKeys):
        other.check_keys(DAY)
    other.close()
    intake.receive(house, said())
    store.vault.destroy(["proof-of-master-key"])
    with pytest.raises(WrongKeys):
        store.check_keys(DAY)


def test_the_tables_about_a_view_keep_no_hidden_counter(store):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has no rowid")
    # None of these is about a view.
    counted = {"audit", "audit_head", "edition", "absence", "duty"}
    for table in tables.books.sorted_tables:
        if table.name in counted:
            continue
        with store.engine.connect() as connection, pytest.raises(sa.exc.OperationalError):
            connection.exec_driver_sql(f"SELECT rowid FROM {table.name}")  # noqa: S608 - our own table

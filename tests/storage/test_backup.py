"""Backup while in use, restore on an empty machine, and a check that says what is wrong."""

import pytest

from services import intake
from storage import backup, checkup
from storage.store import open_store
from tests.services.people import said
from tests.storage.test_books import tear_open

on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@on_sqlite
def test_a_copy_made_under_load_comes_back_whole(house, store_urls, secrets, tmp_path):
    for _ in range(20):
        intake.receive(house, said())
    copies = [backup.backup(url, tmp_path / n, n) for url, n in zip(store_urls, "ab", strict=True)]
    assert all(copy.stat().st_mode & 0o077 == 0 for copy in copies)
    new = [f"sqlite:///{tmp_path}/new/{n}.db" for n in "ab"]
    for url, copy in zip(new, copies, strict=True):
        backup.restore(url, copy)
    store = open_store(new[0], new[1], secrets)
    found = checkup.check(store)
    assert (found.views, found.troubles) == (20, ())
    store.close()


@on_sqlite
def test_a_restore_never_writes_over_what_is_there(house, store_urls, tmp_path):
    copy = backup.backup(store_urls[0], tmp_path / "a", "heard")
    with pytest.raises(backup.BackupFailed, match="already"):
        backup.restore(store_urls[0], copy)


def test_a_file_copied_while_in_use_is_refused(tmp_path):
    (tmp_path / "copied.db").write_bytes(b"SQLite format 3\0 and half of the rest")
    with pytest.raises(backup.BackupFailed):
        backup.restore(f"sqlite:///{tmp_path}/new.db", tmp_path / "copied.db")
    (tmp_path / "copied.db-wal").touch()
    with pytest.raises(backup.BackupFailed, match="in use"):
        backup.restore(f"sqlite:///{tmp_path}/new.db", tmp_path / "copied.db")


def test_a_view_whose_key_is_gone_and_a_changed_line_are_named(house):
    intake.receive(house, said())
    with house.store.reading() as books:
        (key_id,) = books.views.keys_in_use()
    house.store.vault.destroy([key_id])
    with house.store.transaction() as books:
        books.audit.append("now", "somebody", "read")
    with house.store.engine.begin() as connection:
        tear_open(connection)
        connection.exec_driver_sql("UPDATE audit SET verb = 'other'")
        connection.exec_driver_sql("UPDATE rollup SET n = 7")
    told = " ".join(checkup.check(house.store).troubles)
    assert "no key opens" in told
    assert "audit line 1" in told
    assert "roll-up" in told

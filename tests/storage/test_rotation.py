"""A new master key: nothing is lost, a run that was cut off goes on, the old key opens nothing."""

import os
from dataclasses import replace

import pytest

from services import intake, lookback
from services.house import House
from storage import rotation, tables
from storage.store import WrongKeys, open_store
from tests.services.people import participation_worker, said


def test_everything_opens_with_the_new_key_and_nothing_with_the_old(house, store_urls):
    house.store.check_keys(house.now().date())
    participation_worker(house)
    receipts = [intake.receive(house, said(f"Words {n}")).receipt for n in range(5)]
    old, new = house.store.secrets.master, os.urandom(32)
    engines = house.store.vault.engine, house.store.engine
    rotation_all(engines, old, new)
    assert rotation_all(engines, old, new) == 0  # again is harmless
    with pytest.raises(WrongKeys):
        house.store.check_keys(house.now().date())
    turned = replace_master(house, store_urls, new)
    turned.store.check_keys(house.now().date())
    with turned.store.reading() as books:
        views = [lookback.find_by_code(books, receipt or "") for receipt in receipts]
        assert [books.views.words(view)[0] for view in views] == [f"Words {n}" for n in range(5)]
        assert books.officers.account("officer@council.example").totp_secret
    turned.store.close()


def test_a_run_that_was_cut_off_is_taken_up_and_a_strange_row_stops_it(house, monkeypatch):
    house.store.check_keys(house.now().date())
    intake.receive(house, said())
    old, new = house.store.secrets.master, os.urandom(32)
    engine = house.store.vault.engine
    monkeypatch.setattr(rotation, "AT_ONCE", 10)
    rows = rotation._rows(engine, rotation.RECORDS)
    first = next(rows)
    done = [(row, rotation._anew(held, row, old, new)) for row, held in first]
    with engine.begin() as connection:
        for row, held in done:
            change = tables.record_key.update()
            mine = tables.record_key.c.id == row
            connection.execute(change.where(mine).values(wrapped=held))
    assert rotation.rotate(engine, rotation.RECORDS, old, new) == 65 - 10
    with pytest.raises(rotation.NeitherKey):
        rotation.rotate(engine, rotation.RECORDS, old, os.urandom(32))


def rotation_all(engines, old, new):
    keys, books = engines
    done = rotation.rotate(keys, rotation.RECORDS, old, new)
    return done + sum(rotation.rotate(books, one, old, new) for one in rotation.OF_THE_BOOKS)


def replace_master(house, urls, new):
    secrets = replace(house.store.secrets, master=new)
    store = open_store(urls[0], urls[1], secrets)
    return House(store=store, tagger=house.tagger, council=house.council, now=house.now)

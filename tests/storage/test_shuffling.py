"""After the night no row about a view tells which came first, or which audit line is its."""

import secrets

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from core.errors import NotSaved
from core.facts import AgeBand, Door
from services import intake, outbox, upkeep
from storage import grants, shuffling
from tests.services.mailbox import Mailbox
from tests.services.people import said


def laid_out(engine, table="view", key="id"):
    """The ids of rows as they lie in the file, and the transactions that wrote them."""
    with engine.connect() as connection:
        told = sa.select(sa.text(key), sa.text("xmin::text")).select_from(sa.text(table))
        rows = connection.execute(told.order_by(sa.text("ctid"))).all()
    return [row[0] for row in rows], {row[1] for row in rows}


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_postgresql_forgets_who_came_first(house):
    came = []
    for _ in range(12):
        intake.receive(house, said())
        ids, _ = laid_out(house.store.engine)
        came += [one for one in ids if one not in came]
    ids, wrote = laid_out(house.store.engine)
    assert ids == came, "it has an order: that is what the night is for"
    assert len(wrote) == 12
    assert upkeep.shuffle(house) > 0
    ids, wrote = laid_out(house.store.engine)
    assert sorted(ids) == sorted(came)
    assert ids != came
    assert len(wrote) == 1


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_nothing_beside_the_views_tells_it_either(house, now):
    ways = ((door, band) for band in AgeBand for door in (Door.WEB, Door.SLACK))
    for door, band in ways:
        with house.store.transaction() as ledgers:
            ledgers.audit.append(f"2027-01-12T10:0{len(band)}", "somebody", "read")
        intake.receive(house, said(door=door, age_band=band, asked_for_help=True))
    outbox.deliver_due(house, {"safeguarding/mail": Mailbox()})
    upkeep.shuffle(house)
    books, keys = house.store.engine, house.store.vault.engine
    wrote = laid_out(books)[1]
    for table in ("once", "rollup", "rollup_month", "tally", "outbox", "alert", "step"):
        assert laid_out(books, table, "1")[1] == wrote, table
    assert laid_out(books, "outbox")[0] == sorted(laid_out(books, "outbox")[0])
    assert len(laid_out(books, "audit", "seq")[1]) == 1
    with house.store.reading() as ledgers:
        assert ledgers.audit.verify().lines == 6
    with pytest.raises(DBAPIError, match="only added to"), books.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET seq = seq")
    ids, wrote = laid_out(keys, "record_key")
    assert (ids, len(wrote)) == (sorted(ids), 1)


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_a_table_that_is_being_read_comes_again_and_the_others_are_laid_out(house, monkeypatch):
    intake.receive(house, said())
    monkeypatch.setattr(shuffling, "BUSY_MS", 50)
    with house.store.engine.connect() as reader:
        reader.exec_driver_sql("SELECT * FROM want")
        with pytest.raises(NotSaved):
            upkeep.shuffle(house)
    assert upkeep.shuffle(house) > 20


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_heards_own_user_may_lay_our_tables_out_and_do_nothing_else_by_it(house):
    store, role = house.store, f"app_{secrets.token_hex(4)}"
    for engine, told in ((store.engine, grants.grants), (store.vault.engine, grants.of_keys)):
        with engine.begin() as connection:
            if engine is store.engine:
                connection.exec_driver_sql(f"CREATE ROLE {role}")
            for statement in told(role):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"SET LOCAL ROLE {role}")
            name = "view" if engine is store.engine else "record_key"
            connection.execute(sa.select(sa.func.heard_lay_out(name)))
    for harm in ("CLUSTER view USING pk_view", "SELECT heard_lay_out('pg_class')"):
        with store.engine.connect() as connection:
            connection.exec_driver_sql(f"SET ROLE {role}")
            with pytest.raises(DBAPIError):
                connection.exec_driver_sql(harm)
            connection.rollback()
            connection.exec_driver_sql("RESET ROLE")
    for engine in (store.vault.engine, store.engine):
        with engine.begin() as connection:
            connection.exec_driver_sql(f"DROP OWNED BY {role}")
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"DROP ROLE {role}")


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_sqlite_has_nothing_to_forget(house):
    intake.receive(house, said())
    assert upkeep.shuffle(house) == 0


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_old_rows_are_not_written_again(house, now):
    intake.receive(house, said())
    intake.receive(house, said())
    now.pass_by(days=9)
    upkeep.shuffle(house)
    assert len(laid_out(house.store.engine)[1]) == 2

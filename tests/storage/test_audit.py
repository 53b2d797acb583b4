"""The audit is only added to, by the database itself, and an older copy of it is found out."""

import secrets
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from storage import checkup, grants, tables
from storage.anchors import RESTORED, Anchors
from storage.audit import Audit, head_seal
from tests.storage.test_books import append, tear_open, verdict

NOW = datetime(2027, 1, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize("harm", ["UPDATE audit SET detail = ''", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_or_delete_a_line(store, harm):
    append(store)
    with pytest.raises(DBAPIError, match="only added to"), store.engine.begin() as connection:
        connection.exec_driver_sql(harm)
    assert verdict(store).holds


def test_an_older_copy_put_back_whole_is_found_out_by_the_head_that_was_kept_outside(
    store, tmp_path
):
    anchors = Anchors(tmp_path / "elsewhere", store.secrets.audit)
    held = replace(store, anchors=anchors)
    append(store)
    with store.reading() as books:
        seq, head = books.audit.head()
        assert anchors.keep(seq, head, NOW)
        assert not anchors.keep(seq, head, NOW)
        assert checkup.anchored(held, books) == []
    older = anchors.standing()[0]
    with store.engine.begin() as connection:
        tear_open(connection)
        mac = tables.audit.c.mac
        head = connection.execute(sa.select(mac).where(tables.audit.c.seq == 3)).scalar_one()
        seal = head_seal(store.secrets.audit, 3, head)
        connection.exec_driver_sql("DELETE FROM audit WHERE seq > 3")
        connection.execute(sa.update(tables.audit_head).values(seq=3, mac=head, seal=seal))
    with store.reading() as books:
        assert books.audit.verify().holds  # the chain alone cannot tell
        (told,) = checkup.anchored(held, books)
        assert f"audit line {older.seq} was there" in told
        seq, head = books.audit.head()
        anchors.keep(seq, head, NOW, RESTORED)
        assert checkup.anchored(held, books) == []
    place = tmp_path / "elsewhere" / "audit-heads.txt"
    place.write_text(place.read_text().replace(" 5 ", " 2 "))
    with store.reading() as books:
        assert "cannot be read" in checkup.anchored(held, books)[0]


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_heards_own_user_of_postgresql_can_work_and_cannot_touch_the_audit(store):
    role = f"app_{secrets.token_hex(4)}"
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE ROLE {role}")
        for statement in grants.grants(role):
            connection.exec_driver_sql(statement)
    for harm in (
        "UPDATE audit SET detail = ''",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "DELETE FROM audit_head",
    ):
        with pytest.raises(DBAPIError):
            as_role(store, role, harm)
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"SET LOCAL ROLE {role}")
        Audit(connection, store.secrets.audit).append("now", "door:web", "received")
    assert verdict(store).lines == 1
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"DROP OWNED BY {role}")
        connection.exec_driver_sql(f"DROP ROLE {role}")


def as_role(store, role, harm):
    with store.engine.begin() as connection:
        connection.exec_driver_sql(f"SET LOCAL ROLE {role}")
        connection.exec_driver_sql(harm)

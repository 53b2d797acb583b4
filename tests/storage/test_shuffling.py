"""After the night no row about a view tells which came first, or which audit line is its."""

import pytest
import sqlalchemy as sa

from services import intake, upkeep
from tests.services.people import said


def laid_out(house):
    """The ids of views as they lie in the file, and the transactions that wrote them."""
    with house.store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT id, xmin::text FROM view ORDER BY ctid")).all()
    return [row[0] for row in rows], {row[1] for row in rows}


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_postgresql_forgets_who_came_first(house):
    came = []
    for _ in range(12):
        intake.receive(house, said())
        ids, _ = laid_out(house)
        came += [one for one in ids if one not in came]
    ids, wrote = laid_out(house)
    assert ids == came, "it has an order: that is what the night is for"
    assert len(wrote) == 12
    assert upkeep.shuffle(house) > 0
    ids, wrote = laid_out(house)
    assert sorted(ids) == sorted(came)
    assert ids != came
    assert len(wrote) == 1


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
    assert len(laid_out(house)[1]) == 2

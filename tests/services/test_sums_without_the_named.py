"""No sum and no error tells somebody of a view that they are kept from."""

import pytest

from core.counting import EVERYTHING
from core.errors import WrongCode
from core.facts import Role
from core.subjects import StaffLine
from core.summaries import Period
from services import (
    catalogue,
    digest,
    keeping,
    lookback,
    ownership,
    register,
    rights,
    sorting,
    staffing,
    theme_answers,
)
from services.theme_answers import NobodyThere, Reply
from tests.services.people import grouped, officer

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SARAH = "sarah.jones@council.example"
SHOUTS = "Sarah Jones takes my money."


@pytest.fixture
def sarah(house):
    """Somebody who may do everything at the desk, and is named by a young person."""
    register.take(house, None, [StaffLine(2, "Sarah Jones", email=SARAH)])
    return officer(house, *Role, email=SARAH)[0]


@pytest.fixture
def other(house):
    return officer(house, Role.PARTICIPATION, email="other@council.example")[0]


def sums(house, who, other):
    today = house.now().date()
    return (
        {one.theme.key: one.views for one in catalogue.listed(house, who) if one.views},
        catalogue.one(house, who, "money").views,
        [(one.reached, one.read) for one in theme_answers.answered(house, who)],
        staffing.one(house, who, other.id).in_hand,
        keeping.plan(house, who).kept,
        digest.look(house, who, Period(today, today), EVERYTHING).messages,
    )


def test_every_sum_is_as_if_the_view_were_not_there(house, sarah, other):
    for n in range(5):
        grouped(house, other, ("money",), words=f"Not enough money, {n}.")
    before = sums(house, sarah, other)
    view_id, code = grouped(house, other, ("money",), words=SHOUTS)
    lookback.say_more(house, code, "And more.", "form")
    ownership.give(house, other, view_id, other.id)
    assert sums(house, sarah, other) == before
    assert catalogue.merge(house, sarah, "money", "education") == 5
    theme_answers.answer_theme(house, other, Reply("education", "We will see.", "We will see."))
    assert [one.reached for one in theme_answers.answered(house, sarah)] == [5]
    assert staffing.leave(house, sarah, other.id, None) == 0


def test_a_view_that_is_alone_in_its_theme_is_as_none(house, sarah, other):
    view_id, code = grouped(house, other, ("money",), words=SHOUTS)
    assert sorting.next_to_sort(house, sarah, "money") is None
    with pytest.raises(NobodyThere):
        theme_answers.answer_theme(house, sarah, Reply("money", "We will see.", "We will see."))
    with pytest.raises(WrongCode):
        rights.find(house, sarah, code)
    assert rights.find(house, other, code) == view_id

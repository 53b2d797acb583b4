"""After a worry: help first, what happens next, by when a person reads it, and three choices."""

import pytest

from core.choices import Choice
from core.facts import Openness
from services.house import House
from tests.conftest import Now
from tests.web.public.conftest import Visitor, left_by
from tests.web.public.test_young_person import kept

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def after(visitor: Visitor, **more: str) -> str:
    visitor.send("/write", words="I am scared.", unsafe="yes", **more)
    return visitor.get("/sent").text


def test_help_comes_before_everything_and_no_promise_is_made_that_cannot_be_kept(
    visitor: Visitor,
) -> None:
    page = after(visitor)
    assert page.index("0800 1111") < page.index("What happens next") < page.index('id="code"')
    assert "Wednesday 13 January 2027" in page  # eight open hours after ten on Tuesday
    assert "We are closed now" not in page
    assert "confidential" not in page


def test_at_night_it_says_that_nobody_is_here(visitor: Visitor, now: Now) -> None:
    now.pass_by(days=3, hours=12)  # Friday night
    page = after(visitor)
    assert "We are closed now" in page
    assert "Monday 18 January 2027" in page


def press(visitor: Visitor, **fields: str) -> str:
    page = visitor.get("/sent")
    visitor.post("/", {**visitor.tokens(page), "do": "choose", **fields})
    return visitor.get("/sent").text


def test_to_be_contacted_tells_the_lead_and_keeps_the_safe_way(
    visitor: Visitor, house: House
) -> None:
    after(visitor)
    page = press(visitor, choice="contact_me", reach="Ms Ali at school")
    assert "Someone will try to reach you" in page
    (opened,) = kept(house)
    assert left_by(house, opened) == ("", "Ms Ali at school")
    with house.store.reading() as books:
        assert books.choices.of(opened.view_id) is Choice.CONTACT_ME
        view = books.views.find(opened.view_id)
        assert view
        assert books.views.who(view).openness is Openness.CONTACT
        assert len(books.alerts.of_view(view.id)) == 1


@pytest.mark.parametrize(
    ("choice", "said"), [("someone_i_trust", "good idea"), ("just_keep_it", "change your mind")]
)
def test_each_choice_is_as_good_as_the_others(
    visitor: Visitor, house: House, choice: str, said: str
) -> None:
    after(visitor)
    assert said in press(visitor, choice=choice)
    (view,) = kept(house)
    with house.store.reading() as books:
        assert books.choices.of(view.view_id) == choice

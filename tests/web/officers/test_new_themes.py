"""The pages of new themes: a list, one with its words, and what an officer makes of it."""

import pytest

from core.new_themes import Find, Member
from tests.web.officers.conftest import Desk

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def found(house, tell) -> str:
    """A proposal of three views; its id."""
    views = [tell(f"No bus pass yet, {n}.") for n in range(3)]
    members = tuple(Member(view.view_id, 0, 11) for view in views)
    with house.store.transaction() as books:
        books.new_themes.propose([Find("Waits for bus pass are too long", members)], house.now())
        return str(books.new_themes.listed()[0].id)


def test_a_find_is_opened_renamed_and_adopted(house, found: str, reviewer: Desk) -> None:
    assert "Waits for bus pass are too long" in reviewer.get("/desk/new-themes").said()
    page = reviewer.get(f"/desk/new-themes/{found}")
    assert "No bus pass yet, 2." in page.said()
    assert page.value("name") == "Waits for bus pass are too long"
    wrong = reviewer.post(f"/desk/new-themes/{found}/adopt", name="")
    assert wrong.status == 422
    assert "Type a name for the theme." in wrong.said()
    unchosen = reviewer.post(f"/desk/new-themes/{found}/merge", into="")
    assert unchosen.status == 422
    assert "Choose the theme that it belongs to." in unchosen.said()
    done = reviewer.post(f"/desk/new-themes/{found}/adopt", name="Bus passes take too long")
    assert done.status == 303
    assert "adopted as “Bus passes take too long”" in reviewer.follow(done).said()
    again = reviewer.post(f"/desk/new-themes/{found}/dismiss")
    assert "Somebody else has decided" in reviewer.follow(again).said()


def test_asking_to_look_wants_two_days_in_their_order(house, reviewer: Desk) -> None:
    reviewer.get("/desk/new-themes")
    wrong = reviewer.post("/desk/new-themes/look", start="2027-01-31", end="2027-01-01")
    assert wrong.status == 422
    assert "must not be before" in wrong.said()
    asked = reviewer.post("/desk/new-themes/look", start="2027-01-01", end="2027-01-31")
    assert "The clock will look" in reviewer.follow(asked).said()

"""The agreement page: figures with their counts, and a plain sentence of what each means."""

from collections.abc import Callable

import pytest

from core.facts import Role
from services import review
from tests.web.officers.conftest import Desk, Staff, Told
from tests.web.officers.test_summary import row

Tell = Callable[..., Told]


@pytest.fixture
def reviewed(house, staff: Staff, tell: Tell) -> None:
    """Six views on which the machine picks school; people agree five times, and once money."""
    officer = staff.officer(Role.REVIEWER)
    for number in range(6):
        view = tell(f"My school is far, {number}.")
        opened = review.open_view(house, officer, view.view_id)
        keys = ("education",) if number else ("money",)
        review.agree_themes(house, officer, view.view_id, keys, opened.version)
    tell("My school is near.")


def test_each_figure_stands_beside_its_counts_and_its_meaning(reviewed, reviewer: Desk) -> None:
    page = reviewer.get("/desk/agreement")
    said = page.said()
    assert "1 August 2026 to 31 January 2027" in said
    assert "Reviewed: 86% (6 of 7). Of the views that came in" in said
    assert "Right: 83% (5 of 6). Of the themes that the machine suggested" in said
    assert "Found: 83% (5 of 6). Of the themes that people agreed" in said
    assert row(page, "January 2027") == ["86% (6 of 7)", "83% (5 of 6)", "83% (5 of 6)"]
    assert row(page, "School, college and work") == ["83% (5 of 6)", "100% (5 of 5)"]


def test_a_figure_over_few_views_is_too_few_to_say(reviewed, reviewer: Desk) -> None:
    page = reviewer.get("/desk/agreement")
    assert row(page, "Money") == ["too few to say", "too few to say"]
    assert row(page, "December 2026") == ["too few to say"] * 3
    assert "over fewer than 5 views" in page.said()


@pytest.mark.parametrize("asked", [("2026-11", "2026-12"), ("2026-12", "2026-11")])
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_months_are_shown_in_their_order(reviewer: Desk, asked: tuple[str, str]) -> None:
    page = reviewer.get("/desk/agreement", first=asked[0], last=asked[1])
    assert "1 November 2026 to 31 December 2026" in page.said()


@pytest.mark.parametrize("odd", ["", "2027-13", "<b>", "\0", "9999-99", "x" * 5000])
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_is_no_month_shows_the_last_six(reviewer: Desk, odd: str) -> None:
    page = reviewer.get("/desk/agreement", first=odd, last=odd)
    assert page.status == 200
    assert "1 August 2026 to 31 January 2027" in page.said()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.ADMINISTRATOR])
def test_whoever_sees_no_live_summary_finds_no_such_page_and_no_link(
    staff: Staff, role: Role
) -> None:
    lead = staff.sign_in(role)
    page = lead.get("/desk/agreement")
    assert (page.status, page.text) == (404, lead.get("/desk/nothing-here").text)
    assert not lead.get("/desk/").all("a[@href='/desk/agreement']")

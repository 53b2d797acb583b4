"""The digest and the releases at the desk: slices, both sides, silence, and frozen numbers."""

from datetime import date

import pytest

from core.digests import Change, Pair, days_before
from core.facts import AgeBand, Role, Voice
from core.summaries import Count, Period
from core.telling import change_words
from services import review
from tests.web.officers.test_summary import row

SVG = "{http://www.w3.org/2000/svg}"
DAYS = {"start": "2027-01-01", "end": "2027-03-31"}
pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def agreed(house, staff, tell):
    officer = staff.officer(Role.REVIEWER)
    for number in range(24):
        young = number < 14
        view = tell(
            f"Number {number}.",
            voice=Voice.YOUNG_PERSON if young else Voice.PRACTITIONER,
            age_band=(AgeBand.CHILD if number < 6 else AgeBand.TEEN) if young else None,
        )
        opened = review.open_view(house, officer, view.view_id)
        key = ("education", "money")[number % 2] if young else ("money", "safety")[number % 2]
        review.agree_themes(house, officer, view.view_id, (key,), opened.version)


def test_a_slice_is_counted_and_both_sides_stand_beside_each_other(agreed, worker):
    page = worker.get("/desk/summary", **DAYS)
    assert row(page, "Money")[:2] == ["7", "5"]
    assert "Both sides see it" in page.said()
    assert "Young people alone see it" in page.said()
    assert len(page.all(f"{SVG}svg[@role='img']/{SVG}title")) == 1
    assert "Money: Young people 7, Practitioners 5." in page.said()
    only = worker.get("/desk/summary", **DAYS, band="12-17", about="pledge:future")
    assert row(only, "All views") == ["8", "0"]
    assert row(only, "Money")[0] == "fewer than 5"
    assert "School, college and work" not in [cell.text for cell in only.all("th")]


def test_who_was_not_heard_opens_with_totals_that_an_officer_types(agreed, worker):
    worker.get("/desk/summary", **DAYS)
    told = {"group": "8-11", "number": "60", "source": "Return of 31 March 2026"}
    assert worker.post("/desk/summary/totals", **told).status == 303
    other = {"group": "other", "name": "Living outside the borough", "number": "40"}
    assert worker.post("/desk/summary/totals", **other).status == 422
    assert worker.post("/desk/summary/totals", **other, source="Return").status == 303
    page = worker.get("/desk/summary", **DAYS)
    assert row(page, "8-11 years")[0] == "6, about 10 in 100"
    assert "Go to them next." in row(page, "8-11 years")[2]
    assert row(page, "Living outside the borough")[0] == "we do not ask"
    worker.post("/desk/summary/totals", forget="8-11")
    assert "8-11 years" not in [cell.text for cell in worker.get("/desk/summary", **DAYS).all("th")]


def test_everybody_sees_frozen_numbers_and_they_stay_what_they_were(
    agreed, house, worker, admin, tell, staff
):
    worker.get("/desk/releases")
    made = worker.post("/desk/releases/freeze", **DAYS)
    path = made.headers["Location"]
    before = admin.get(path)
    assert row(before, "Money")[:2] == ["7", "5"]
    assert "still those that were frozen" in before.said()
    officer = staff.officer(Role.REVIEWER)
    for number in range(9):
        view = tell(f"Later {number}.")
        version = review.open_view(house, officer, view.view_id).version
        review.agree_themes(house, officer, view.view_id, ("money",), version)
    assert row(worker.get("/desk/summary", **DAYS), "Money")[0] == "16"
    assert row(admin.get(path), "Money") == row(before, "Money")
    assert worker.post("/desk/releases/freeze", **DAYS).headers["Location"] == path
    worker.get("/desk/releases")
    refused = worker.post("/desk/releases/freeze", start="2027-02-01", end="2027-04-30")
    assert refused.status == 409
    assert "1 January 2027 to 31 March 2027 were published" in refused.said()
    assert admin.get("/desk/summary").status == 404


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (9, 5, Change.CHANCE),
        (30, 10, Change.MORE),
        (10, 30, Change.FEWER),
        (7, 7, Change.SAME),
        (None, 9, Change.UNKNOWN),
    ],
)
def test_small_numbers_get_words_that_they_deserve(engine_name, now, before, told):
    pair = Pair(Count(now), Count(before), Count(100), Count(100))
    assert pair.change is told
    assert "%" not in change_words(pair)


def test_twice_as_many_among_twice_as_many_is_no_change(engine_name):
    assert Pair(Count(40), Count(20), Count(200), Count(100)).change is Change.CHANCE


def test_the_days_before_are_as_many_months_or_days(engine_name):
    quarter = Period(date(2027, 1, 1), date(2027, 3, 31))
    assert days_before(quarter) == Period(date(2026, 10, 1), date(2026, 12, 31))
    week = Period(date(2027, 1, 11), date(2027, 1, 17))
    assert days_before(week) == Period(date(2027, 1, 4), date(2027, 1, 10))

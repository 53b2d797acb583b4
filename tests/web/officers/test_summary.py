"""The summary and the paper: small numbers hidden, permitted words alone, looking tells nobody."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from core.facts import Permission, Role
from services import lookback, redaction, review
from tests.services.people import check_quotes
from tests.web.officers.conftest import Desk, Staff, Told

Tell = Callable[..., Told]
ORDER = {"start": "2027-01-01", "end": "2027-03-31", "meeting_on": "2027-04-06", "item_number": "5"}


@pytest.fixture
def agreed(house, staff: Staff, tell: Tell) -> list[Told]:
    """Six young people on school, two on money and five on home; the first may be quoted."""
    officer = staff.officer(Role.REVIEWER)
    told = []
    for number in range(13):
        permission = Permission.EVERYONE if number == 0 else Permission.COUNT_ONLY
        view = tell(f"Number {number}: the bus is late.", permission=permission)
        opened = review.open_view(house, officer, view.view_id)
        keys = ("education",) if number < 6 else ("money",) if number < 8 else ("home_carers",)
        review.agree_themes(house, officer, view.view_id, keys, opened.version)
        redaction.clear(house, officer, view.view_id, True, opened.version + 1)
        told.append(view)
    check_quotes(house)
    return told


def row(page, name: str) -> list[str]:
    for line in page.all("tr"):
        cells = [" ".join("".join(cell.itertext()).split()) for cell in line]
        if cells[0] == name:
            return cells[1:]
    raise AssertionError(f"no row called {name}")


def test_small_numbers_are_hidden_and_large_ones_shown(agreed, reviewer: Desk) -> None:
    page = reviewer.get("/desk/summary")
    assert row(page, "School, college and work")[0] == "6"
    assert row(page, "Money")[0] == "fewer than 5"
    assert row(page, "All views")[0] == "13"
    assert "1 January 2027 to 31 March 2027" in page.said()


def test_only_permitted_words_are_quoted(agreed, reviewer: Desk) -> None:
    page = reviewer.get("/desk/summary")
    assert "Number 0: the bus is late." in page.said()
    assert "Number 1" not in page.said()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ({"start": "2027-03-31", "end": "2027-01-01"}, "must not be before"),
        ({"start": "2027-02-30", "end": "2027-03-01"}, "That is not a day"),
        ({"start": "", "end": "2027-03-01"}, "Give the first day"),
        ({"start": "<b>", "end": "\0"}, "That is not a day"),
    ],
)
def test_days_that_cannot_be_are_explained_and_kept(reviewer: Desk, args, told: str) -> None:
    page = reviewer.get("/desk/summary", **args)
    assert page.status == 422
    assert told in page.said()


def test_looking_at_a_paper_tells_nobody(house, agreed, worker: Desk) -> None:
    page = worker.get("/desk/paper/preview", **ORDER)
    assert page.status == 200
    assert "Issuing tells people" in page.said()
    steps = lookback.open_story(house, agreed[0].receipt).steps
    assert "in_paper" not in {step.what for step in steps}


def test_an_issued_paper_opens_in_word_and_each_view_says_that_it_is_in_it(
    house, agreed, worker: Desk
) -> None:
    worker.get("/desk/paper/preview", **ORDER)
    answer = worker.post("/desk/paper/issue", **ORDER, understood="yes")
    assert answer.status == 200
    name = answer.headers["Content-Disposition"]
    assert name == "attachment; filename=scrutiny-item-5-2027-04-06.docx"
    text = "\n".join(paragraph.text for paragraph in Document(BytesIO(answer.raw)).paragraphs)
    assert "Number 0: the bus is late." in text
    assert "Number 1" not in text
    step = lookback.open_story(house, agreed[3].receipt).steps[-1]
    assert (step.what, step.on) == ("in_paper", date(2027, 1, 12))


def test_a_paper_is_not_issued_until_the_officer_says_it_was_read(
    house, agreed, worker: Desk
) -> None:
    worker.get("/desk/paper/preview", **ORDER)
    page = worker.post("/desk/paper/issue", **ORDER)
    assert page.status == 422
    assert page.all("a[@href='#understood']")
    steps = lookback.open_story(house, agreed[0].receipt).steps
    assert "in_paper" not in {step.what for step in steps}


@pytest.mark.parametrize(
    "wrong",
    [{"item_number": "5; rm"}, {"item_number": "my name"}, {"meeting_on": "soon"}, {"start": ""}],
)
def test_an_order_that_cannot_be_is_explained(worker: Desk, wrong) -> None:
    page = worker.get("/desk/paper/preview", **{**ORDER, **wrong})
    assert page.status == 422
    assert page.all("ul[@class='govuk-list govuk-error-summary__list']")
    worker.get("/desk/paper")
    assert worker.post("/desk/paper/issue", **{**ORDER, **wrong}, understood="y").status == 422


def test_a_quarter_fills_in_its_days(worker: Desk) -> None:
    page = worker.get("/desk/paper")
    href = page.all("ul[@class='govuk-list desk-row']/li/a")[1].get("href") or ""
    filled = worker.get(href)
    assert (filled.value("start"), filled.value("end")) == ("2026-10-01", "2026-12-31")

"""The office on a small phone: every page read by axe and the HTML checker, a file brought in."""

import pytest

from core.facts import Role
from services import catalogue, keeping, settling
from tests.journeys.street import PHONE, mistakes_in
from tests.journeys.walk import Walk
from tests.services.people import participation_worker, quotable
from tests.web.officers import conftest as desk

app, staff, tell = desk.app, desk.staff, desk.tell
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]
SURVEY = 'Your words,Age\nThe bus is late,12\n"broken"x,13\nMy room is nice,forty\n'.encode(
    "cp1252"
)
OFFICE = (
    *("office", "themes", "themes/add", "themes/money", "themes/money/merge"),
    *("themes/education/split", "themes/education/sort", "settings", "settings/hours"),
    *("settings/lists/help_line", "settings/lists/help_line/childline", "keeping", "files"),
    *("requests", "quotes", "imports", "council-papers", "council-papers/impact-assessment"),
    *("cards", "polls", "pulse", "board", "actions", "answers", "members", "releases", "account"),
)


def test_the_office_is_open_to_everyone_on_a_small_phone(
    browser, address, staff, house, page_checker, tmp_path
) -> None:
    settling.seed(house)
    by = participation_worker(house)
    view_id, _ = quotable(house, by, ("education",), words="The bus is late")
    catalogue.split(house, by, "education", ("School", "Getting there"))
    keeping.hold(house, by, view_id, "A court asked")
    context = browser.new_context(viewport=PHONE)
    walk = Walk(context.new_page(), address)
    raw: dict[str, str] = {}

    def read(path: str) -> None:
        walk.look(path)
        walk.check()
        raw[path.replace("/", " ")] = walk.page.request.get(walk.page.url).text()

    walk.sign_in(staff, Role.PARTICIPATION)
    for path in (*OFFICE, f"views/{view_id}/quote"):
        walk.open(f"/desk/{path}")
        read(path)
    walk.open("/desk/imports")
    walk.page.set_input_files(
        "#file", {"name": "survey.csv", "mimeType": "text/csv", "buffer": SURVEY}
    )
    walk.press("Look at it")
    read("a file looked at")
    walk.press("Take 2 in")
    walk.page.get_by_text("It is in: 2 added.").wait_for()
    assert "Row 3: its quotation marks do not match" in walk.page.content()
    read("a file that is in")
    walk.open("/desk/?door=survey")
    walk.follow(walk.page.locator(".desk-queue a").first)
    assert "nobody has a code" in walk.page.content()
    read("a row of a survey")
    walk.press("Sign out")
    walk.sign_in(staff, Role.READER)
    assert "You read and change nothing." in walk.page.content()
    read("first sign-in of a reader")
    walk.press("Sign out")
    walk.sign_in(staff, Role.ADMINISTRATOR)
    walk.open("/desk/audit")
    walk.press("Check that nothing was changed")
    assert "none is missing" in walk.page.content()
    read("audit")
    context.close()
    assert mistakes_in(page_checker, tmp_path, raw) == []

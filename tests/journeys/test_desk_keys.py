"""The desk by keyboard alone: one key goes on, agrees and undoes, and none of them surprises."""

import pytest

from core.facts import Role
from tests.journeys import test_officer as officer
from tests.journeys.street import DESK
from tests.journeys.walk import Walk
from tests.web.officers import conftest as desk
from tests.web.officers import test_interpreter as interpreter

app, staff, tell, tagger = desk.app, desk.staff, desk.tell, interpreter.tagger
views = officer.views
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_one_key_agrees_and_goes_on_and_letters_typed_in_a_field_do_nothing(
    browser, address, staff, views
) -> None:
    context = browser.new_context(viewport=DESK)
    walk = Walk(context.new_page(), address)
    walk.sign_in(staff, Role.REVIEWER)
    keys, page = walk.page.keyboard, walk.page
    page.goto(f"{address}/desk/?theme=education")
    keys.press("j")
    keys.press("Enter")
    page.wait_for_url("**/views/**")
    first = page.url
    keys.press("e")
    keys.press("Escape")
    assert page.url == first
    assert page.locator(".desk-letter").count() == 0
    keys.press("e")
    keys.press(page.inner_text("label[for=theme-money] .desk-letter"))
    assert page.locator("#theme-money").is_checked()
    page.get_by_label("A note for colleagues").focus()
    keys.type("a jaunt")
    assert page.url == first
    keys.press("Escape")
    keys.press("a")
    page.wait_for_url(lambda url: url != first)
    assert "Themes saved." in page.content()
    keys.press("z")
    page.wait_for_url(lambda url: url.split("?")[0] == first.split("?")[0])
    assert "Undone." in page.content()
    keys.press("?")
    assert page.locator("#keys").get_attribute("open") is not None
    walk.press("Turn keys off")
    page.goto(first)
    keys.press("?")
    assert page.locator("#keys").get_attribute("open") is None
    context.close()

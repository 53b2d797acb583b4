"""Words are quoted only after a person said that no names are left in them."""

from collections.abc import Callable

import pytest

from core.facts import Permission, Role
from services import redaction, review
from tests.web.officers.conftest import Desk, Staff, Told

Tell = Callable[..., Told]
PRESS = "No names are left: these words may be quoted"


def press(page) -> dict[str, str]:
    """What the button on this page sends."""
    form = next(it for it in page.all("form") if it.get("action").endswith("/clear"))
    return {
        it.get("name"): it.get("value")
        for it in form.iter()
        if it.get("name") in ("cleared", "version")
    }


def presses(page) -> list[str]:
    return ["".join(it.itertext()).strip() for it in page.all("button")]


def test_one_press_clears_the_words_and_one_takes_it_back(
    house, staff: Staff, reviewer: Desk, tell: Tell
) -> None:
    view = tell("My worker never comes.", permission=Permission.EVERYONE)
    page = reviewer.get(view.path)
    assert "Quoted only after you press this and a second officer agrees." in page.said()
    assert PRESS in presses(page)
    after = reviewer.follow(reviewer.post(f"{view.path}/clear", **press(page)))
    assert "These words may be quoted." in after.said()
    assert PRESS not in presses(after)
    assert review.open_view(house, staff.officer(Role.REVIEWER), view.view_id).cleared
    back = reviewer.follow(reviewer.post(f"{view.path}/clear", **press(after)))
    assert PRESS in presses(back)
    assert not review.open_view(house, staff.officer(Role.REVIEWER), view.view_id).cleared


def test_words_are_not_cleared_by_somebody_who_did_not_see_them_as_they_are_now(
    house, staff: Staff, reviewer: Desk, tell: Tell
) -> None:
    officer = staff.officer(Role.REVIEWER)
    view = tell("Sarah never comes.", permission=Permission.EVERYONE)
    redaction.mask(house, officer, view.view_id, 0, 5, "PERSON", "a name")
    page = reviewer.get(view.path)
    redaction.unmask(house, officer, view.view_id, 0, 5)
    told = reviewer.post(f"{view.path}/clear", **press(page))
    assert told.status == 409
    assert PRESS in presses(told)
    assert not review.open_view(house, officer, view.view_id).cleared


@pytest.mark.parametrize("permission", list(Permission))
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_words_that_are_only_counted_are_never_offered_for_quoting(
    reviewer: Desk, tell: Tell, permission: Permission
) -> None:
    page = reviewer.get(tell("My worker never comes.", permission=permission).path)
    assert (PRESS in presses(page)) is (permission is not Permission.COUNT_ONLY)
    assert ("Not quoted until" in page.said("dl")) is (permission is not Permission.COUNT_ONLY)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_is_not_masked_yet_is_said_beside_the_press(reviewer: Desk, tell: Tell) -> None:
    view = tell("Sarah is my worker.", permission=Permission.EVERYONE)
    page = reviewer.get(view.path)
    assert "Yellow words are not masked yet." in page.said()
    fields = {name: page.value(name) for name in ("start", "end", "type", "reason")}
    after = reviewer.follow(reviewer.post(f"{view.path}/mask", **fields))
    assert "not masked yet" not in after.said()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "fields", [{}, {"cleared": "maybe", "version": "1"}, {"cleared": "yes", "version": "x"}]
)
def test_a_press_that_says_neither_clears_nothing(
    reviewer: Desk, tell: Tell, fields: dict[str, str]
) -> None:
    view = tell("My worker never comes.", permission=Permission.EVERYONE)
    reviewer.get(view.path)
    page = reviewer.post(f"{view.path}/clear", **fields)
    assert page.status == 422
    assert "Say whether these words may be quoted." in page.said()
    assert PRESS in presses(page)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_safeguarding_lead_sees_that_it_waits_and_has_no_press(staff: Staff, tell: Tell) -> None:
    view = tell("My worker never comes.", permission=Permission.EVERYONE)
    page = staff.sign_in(Role.SAFEGUARDING).get(view.path)
    assert PRESS not in presses(page)
    assert "Not quoted until" in page.said("dl")

"""Words that come from a browser signed in at the desk say so, and are kept all the same."""

from dataclasses import replace

import pytest

from core.facts import Role
from services import desk, review
from tests.web.officers.conftest import Desk, Staff
from web.app import create_app

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.mark.parametrize("signed_in", [True, False])
def test_it_is_told_where_the_desk_was_open_in_the_same_browser(
    app, staff: Staff, worker: Desk, signed_in: bool
):
    browser = worker if signed_in else Desk(app)
    browser.get("/")
    browser.post("/", do="go", to="whole")
    page = browser.get("/")
    fields = {"do": "send_all", "key": page.value("key"), "words": "They never listen."}
    assert browser.post("/", **fields).status == 303
    lead = staff.officer(Role.SAFEGUARDING)
    (line,) = desk.waiting(staff.house, lead)
    told = [label for label, _ in review.open_view(staff.house, lead, line.view_id).details]
    assert ("Sent from a browser that was signed in at the desk" in told) is signed_in


@pytest.mark.parametrize("signed_in", [True, False])
def test_an_officer_looks_at_a_language_with_the_native_speaker_before_it_is_on(
    house, staff: Staff, signed_in: bool
):
    live = replace(house, council=replace(house.council, is_sample=False))
    app = create_app(live, cookie_key=b"k" * 32, https=False, limited=False)
    staff.app = app
    browser = staff.sign_in(Role.REVIEWER) if signed_in else Desk(app)
    browser.client.set_cookie("language", "pl")
    page = browser.get("/")
    assert ("Unchecked translation (Polish)" in page.text) is signed_in
    assert ('<html lang="pl"' in page.text) is signed_in

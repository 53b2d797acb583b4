"""Nothing typed at the desk is lost while the books are locked, or when a form was open too long.

The write lock is held for real, by another connection to the same file.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlparse

import pytest

from core.facts import Role
from services import lookback, review
from tests.web.officers.conftest import Desk, Page, Staff, Told

Tell = Callable[..., Told]
TYPED = "We will ring you. </textarea><b>é \N{WAVING HAND SIGN}"
pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
FORMS: dict[str, dict[str, Any]] = {
    "reply": {"words": TYPED},
    "mask": {"quote": TYPED, "type": "SCHOOL", "reason": "Only one home has that name"},
    "themes": {"themes": ["money", "safety"], "version": "2", "then": "stay"},
    "unmask": {"start": "0", "end": "5"},
    "clear": {"cleared": "yes"},
}


@pytest.fixture
def patience_s() -> float:
    """These tests are about what is said after the wait, so the wait is short."""
    return 0.2


@contextmanager
def locked(store_urls: tuple[str, str]) -> Iterator[None]:
    """Somebody else writes for as long as the block runs."""
    other = sqlite3.connect(urlparse(store_urls[0]).path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def form_of(page: Page) -> dict[str, Any]:
    """What the page's own form would send, its token aside."""
    form = next(it for it in page.all("form") if "sign-out" not in (it.get("action") or ""))
    sent: dict[str, Any] = {}
    for it in form.iter():
        name = it.get("name")
        if it.tag not in {"input", "textarea"} or name in {None, "csrf_token"}:
            continue
        value = (it.text or "") if it.tag == "textarea" else it.get("value")
        sent[name] = [*sent.get(name, []), value] if name == "themes" else value
    return sent


@pytest.mark.parametrize("minutes", [0, 5])
@pytest.mark.parametrize("act", list(FORMS))
def test_what_was_typed_stands_on_the_page_while_the_books_are_locked(
    reviewer: Desk, tell: Tell, now, store_urls: tuple[str, str], act: str, minutes: int
) -> None:
    view = tell("I go to Oak House. Sarah is my worker.")
    reviewer.get(view.path)
    now.pass_by(minutes=minutes)  # after one minute the guard itself has something to write
    with locked(store_urls):
        begun = time.monotonic()
        page = reviewer.post(f"{view.path}/{act}", **FORMS[act])
        assert time.monotonic() - begun < 5
    assert page.status == 503
    assert "press Send again" in page.said()
    assert form_of(page) == FORMS[act]
    assert page.all("form")[-1].get("action") == f"{view.path}/{act}"


def test_send_again_sends_the_reply_once(
    house, reviewer: Desk, tell: Tell, store_urls: tuple[str, str]
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    with locked(store_urls):
        page = reviewer.post(f"{view.path}/reply", words=TYPED)
    assert lookback.open_story(house, view.receipt).messages == ()
    after = reviewer.follow(reviewer.post(f"{view.path}/reply", **form_of(page)))
    assert "Reply sent" in after.said()
    assert [m.words for m in lookback.open_story(house, view.receipt).messages] == [TYPED]


def test_ticked_themes_are_named_and_saved_by_send_again(
    house, staff: Staff, reviewer: Desk, tell: Tell, store_urls: tuple[str, str]
) -> None:
    view = tell("My worker never comes.")
    version = reviewer.get(view.path).value("version")
    with locked(store_urls):
        page = reviewer.post(f"{view.path}/themes", themes=["money", "safety"], version=version)
    assert "You ticked: Money, Feeling safe" in page.said()
    assert reviewer.post(f"{view.path}/themes", **form_of(page)).status == 303
    opened = review.open_view(house, staff.officer(Role.REVIEWER), view.view_id)
    assert set(opened.agreed or ()) == {"money", "safety"}


def test_an_empty_reply_while_the_books_are_locked_is_not_a_fault_of_ours(
    reviewer: Desk, tell: Tell, store_urls: tuple[str, str]
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    with locked(store_urls):
        assert reviewer.post(f"{view.path}/reply", words=" ").status == 503
        page = reviewer.get(view.path)
    assert page.status == 503
    assert "We cannot open this just now" in page.said()


@pytest.mark.parametrize("act", list(FORMS))
def test_a_form_that_was_open_for_too_long_keeps_what_was_typed_and_changes_nothing(
    house, reviewer: Desk, tell: Tell, act: str
) -> None:
    view = tell("I go to Oak House.")
    reviewer.get(view.path)
    page = reviewer.post(f"{view.path}/{act}", **FORMS[act], csrf_token="worn out")
    assert page.status == 400
    assert "Press Send again" in page.said()
    assert form_of(page) == FORMS[act]
    assert lookback.open_story(house, view.receipt).messages == ()


def test_send_again_is_offered_to_no_page_of_another_site(app, tell: Tell) -> None:
    view = tell("My worker never comes.")
    page = Desk(app).post(f"{view.path}/reply", words=TYPED)
    assert page.status == 400
    assert page.all("textarea")[0].text == TYPED
    assert not page.all("button")


def test_a_new_officer_is_kept(admin: Desk) -> None:
    fields = {
        "name": "Kim",
        "post": "Worker",
        "email": "kim@council.example",
        "roles": ["reviewer"],
    }
    page = admin.post("/desk/people/add", **fields, csrf_token="")
    assert page.status == 400
    assert [page.value(name) for name in fields] == ["Kim", "Worker", fields["email"], "reviewer"]


def test_a_sign_in_page_open_for_too_long_keeps_the_email_alone(app, staff: Staff) -> None:
    page = Desk(app).post("/desk/sign-in", email="rita@council.example", password="canary pass")
    assert page.status == 400
    assert page.value("email") == "rita@council.example"
    assert "canary" not in page.text

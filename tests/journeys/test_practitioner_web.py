"""A practitioner raises a concern on the web: on a desk, on a phone and without JavaScript."""

import pytest

from tagging import quick_tagger
from tests.journeys import street as here
from tests.journeys.street import Walker

street, walker = here.street, here.walker
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]


@pytest.fixture(scope="module")
def tagger():
    """The one that the door uses: it sees the name."""
    return quick_tagger()


def test_a_concern_goes_in_and_a_code_comes_out(
    walker: Walker, page_checker: list[str], tmp_path
) -> None:
    page = walker.page
    walker.open("/")
    walker.follow("I work with young people")
    walker.look("first")
    walker.follow("No", exact=True)
    walker.look("form")
    page.get_by_label("What is it about?").select_option("Workforce and caseloads")
    page.get_by_label("What do you want to tell us?").fill("Visits slip. Jamie Sample waits.")
    page.get_by_label("Which team or service? (optional)").fill("North")
    page.get_by_label("In confidence").check()
    page.get_by_label("Name to go by (optional)").fill("A worker")
    walker.press("Next")
    walker.look("check")
    assert page.get_by_label("Jamie Sample becomes [a child]").is_checked()
    assert page.get_by_label("In confidence").is_checked()
    walker.press("Send")
    walker.look("sent")
    assert page.inner_text("h1") == "Thank you. We have it."
    assert page.inner_text("#code")
    assert walker.troubles == {}
    assert here.mistakes_in(page_checker, tmp_path, walker.seen) == []


def test_a_child_at_risk_now_brings_numbers_to_ring_first(walker: Walker) -> None:
    page = walker.page
    walker.open("/work")
    walker.follow("Yes", exact=True)
    walker.look("ring")
    page.get_by_label("What do you want to tell us?").fill("I rang the front door at noon.")
    walker.press("Tell the safeguarding lead")
    walker.look("sent")
    assert "If a child is at risk of harm now, ring." in page.inner_text("main")
    assert walker.troubles == {}

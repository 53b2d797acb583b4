"""The queue puts who must be read first at the top, and shows no words."""

from collections.abc import Callable

from core.facts import Door, Role, Voice
from services import answers, review
from tests.web.officers.conftest import Desk, Staff, Told

Tell = Callable[..., Told]


def order(page) -> list[str | None]:
    """The views in the queue, without the filters that their links carry along."""
    links = page.all("a[@class='govuk-link desk-line__open']")
    return [(link.get("href") or "").partition("?")[0] for link in links]


def test_an_empty_queue_says_what_to_do(reviewer: Desk) -> None:
    page = reviewer.get("/desk/")
    assert "Nobody is waiting" in page.said()
    assert page.all("a[@href='/desk/summary']")


def test_what_worries_comes_first_and_then_what_is_due(reviewer: Desk, tell: Tell, now) -> None:
    early = tell("My school is far.")
    now.pass_by(days=3)
    reviewer_again = reviewer
    late = tell("My room is cold.")
    urgent = tell("he hits me")
    asked = tell("Please ring.", asked_for_help=True)
    now.pass_by(minutes=-3 * 24 * 60)
    found = order(reviewer_again.get("/desk/"))
    assert set(found[:2]) == {asked.path, urgent.path}
    assert found[2:] == [early.path, late.path]


def test_the_queue_shows_no_words(reviewer: Desk, tell: Tell) -> None:
    tell("My worker never comes, zebra.")
    page = reviewer.get("/desk/")
    assert "zebra" not in page.text
    assert "My social worker" in page.said("ol")


def test_a_line_tells_who_when_and_how_in_words(reviewer: Desk, tell: Tell) -> None:
    tell("Please ring.", asked_for_help=True)
    line = reviewer.get("/desk/").said("ol")
    for told in ("Young person", "Asked for help", "Due Tuesday 26 January", "New", "Web form"):
        assert told in line
    assert "received 12 January 2027" in line


def test_what_is_late_says_by_how_much(staff: Staff, tell: Tell, now) -> None:
    tell("My school is far.")
    now.pass_by(days=16)
    assert "2 days late" in staff.sign_in(Role.REVIEWER).get("/desk/").said("ol")


def test_filters_show_only_what_was_chosen(reviewer: Desk, tell: Tell) -> None:
    young = tell("My school is far.")
    grown = tell("The caseload is too high.", voice=Voice.PRACTITIONER, door=Door.SLACK)
    assert order(reviewer.get("/desk/", voice="practitioner")) == [grown.path]
    assert order(reviewer.get("/desk/", theme="education")) == [young.path]
    reviewer.get(young.path)
    assert order(reviewer.get("/desk/", state="received")) == [grown.path]
    assert "Showing 1 of 2" in reviewer.get("/desk/", state="read").said()


def test_a_filter_nobody_knows_shows_everything(reviewer: Desk, tell: Tell) -> None:
    view = tell("My school is far.")
    page = reviewer.get("/desk/", voice="<script>", theme="\0", state="x", page="-7")
    assert order(page) == [view.path]
    assert order(reviewer.get("/desk/", page="nine")) == [view.path]


def test_a_choice_that_nothing_fits_says_so(reviewer: Desk, tell: Tell) -> None:
    tell("My school is far.")
    assert "No view fits" in reviewer.get("/desk/", voice="practitioner").said()


def test_an_answered_view_leaves_the_queue_once_its_themes_are_agreed(
    house, staff: Staff, reviewer: Desk, tell: Tell
) -> None:
    view = tell("My school is far.")
    officer = staff.officer(Role.REVIEWER)
    review.open_view(house, officer, view.view_id)
    answers.reply(house, officer, view.view_id, "We asked for a bus.")
    page = reviewer.get("/desk/", state="answered")
    assert order(page) == [view.path]
    assert "Answered, no themes yet" in page.said("ol")
    assert "due" not in page.said("ol")
    version = review.open_view(house, officer, view.view_id).version
    review.agree_themes(house, officer, view.view_id, ("education",), version)
    assert order(reviewer.get("/desk/")) == []


def test_a_long_queue_is_shown_in_pages(reviewer: Desk, tell: Tell) -> None:
    for number in range(52):
        tell(f"My room is cold {number}.")
    first = reviewer.get("/desk/", voice="young_person")
    after = first.all("a[@rel='next']")[0].get("href")
    assert after
    assert len(order(first)) == 50
    assert len(order(reviewer.get(after))) == 2

"""The desk says so where words are read by cue words alone; young people are not troubled."""

from core.facts import Role
from services import health
from web.app import create_app

BAR = "The full reader is not running. Themes are first guesses from cue words alone."


def test_the_desk_says_when_the_full_reader_is_not_running_and_the_public_pages_do_not(
    house, staff
):
    health.beat(house, full_reader=False)
    page = staff.sign_in(Role.REVIEWER).get("/desk/")
    assert BAR in page.said()
    assert BAR not in staff.app.test_client().get("/").get_data(as_text=True)


def test_the_desk_says_nothing_while_the_full_reader_reads(house, staff):
    health.beat(house, full_reader=True)
    assert BAR not in staff.sign_in(Role.REVIEWER).get("/desk/").said()


def test_one_clock_with_a_full_reader_is_enough(house, staff):
    health.beat(house, full_reader=False)
    health.beat(house, full_reader=True)
    assert BAR not in staff.sign_in(Role.REVIEWER).get("/desk/").said()


def test_where_the_whole_clock_stands_still_that_alone_is_said(house, staff, now):
    health.beat(house, full_reader=False)
    now.pass_by(minutes=5)
    fresh = create_app(house, cookie_key=b"k" * 32, https=False, limited=False)
    page = fresh.test_client().get("/desk/sign-in").get_data(as_text=True)
    assert "The clock stands still" in page
    assert BAR not in page

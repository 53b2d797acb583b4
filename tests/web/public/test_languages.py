"""A young person who reads another language: chosen once, never tracked, honest where it is off."""

from dataclasses import replace
from datetime import date

import pytest

from core.tongues import TONGUES, Checked
from services.house import House
from tests.web.public.conftest import Visitor
from web.app import create_app
from web.tongue import day_of, spoken

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def live(house: House) -> Visitor:
    """A council that is no sample, where Polish alone was checked."""
    checked = (Checked("pl", "Interpreter, Language Service", date(2027, 1, 4)),)
    council = replace(house.council, is_sample=False, languages=checked)
    return Visitor(create_app(replace(house, council=council), cookie_key=b"k" * 32))


def speak(visitor: Visitor, code: str) -> str:
    """Press a language, and give the page that comes."""
    there = visitor.send("/", "/language", language=code)
    assert there.location == "/"
    return visitor.get("/").text


def test_each_language_can_be_pressed_and_says_which_way_it_is_read(visitor: Visitor):
    for tongue in TONGUES:
        page = speak(visitor, tongue.code)
        assert f'<html lang="{tongue.tag}"' in page
        assert ('<html lang="' + tongue.tag + '" dir="rtl"' in page) is tongue.right_to_left
        assert ("notes-rtl." in page) is tongue.right_to_left
        assert f"Unchecked translation ({tongue.name})" in page


def test_a_language_that_is_off_gives_english_and_a_line_to_its_speakers(live: Visitor):
    page = speak(live, "ar")
    assert '<html lang="en-GB"' in page
    assert '<p class="bar" lang="ar" dir="rtl">' in page
    assert "Unchecked" not in page


def test_a_checked_language_is_shown_plainly(live: Visitor):
    page = speak(live, "pl")
    assert '<html lang="pl"' in page
    assert "Unchecked" not in page


def test_the_browser_may_ask_for_a_language_and_what_was_pressed_counts_more(visitor: Visitor):
    asked = {"Accept-Language": "de, prs-AF;q=0.8, en;q=0.5"}
    page = visitor.browser.get("/", base_url="https://heard.example", headers=asked)
    assert '<html lang="fa-AF" dir="rtl"' in page.text
    speak(visitor, "en")
    page = visitor.browser.get("/", base_url="https://heard.example", headers=asked)
    assert '<html lang="en-GB"' in page.text


def test_what_is_not_a_language_changes_nothing(visitor: Visitor):
    there = visitor.send("/", "/language", language="xx")
    assert "language" not in " ".join(there.headers.getlist("Set-Cookie"))


def test_officers_pages_stay_english(visitor: Visitor):
    speak(visitor, "ar")
    assert '<html lang="en-GB"' in visitor.get("/desk/sign-in").text


def test_a_day_that_stands_in_the_books_is_told_in_the_language_of_the_page(visitor: Visitor):
    with visitor.app.test_request_context("/", headers={"Accept-Language": "pl"}):
        assert day_of("12 January 2027") == "12 stycznia 2027"
        assert day_of("some other day") == "some other day"
    with visitor.app.test_request_context("/"):
        assert day_of("12 January 2027") == "12 January 2027"


def test_what_no_catalogue_knows_is_marked_as_english(visitor: Visitor, house: House):
    with visitor.app.test_request_context("/", headers={"Accept-Language": "ar"}):
        assert spoken("Ring <us>") == '<bdi lang="en">Ring &lt;us&gt;</bdi>'
        assert spoken("Any time, day or night") == "في أي وقت، نهارًا أو ليلًا"
    with visitor.app.test_request_context("/"):
        assert spoken("Ring us") == "Ring us"

"""Their words stay theirs: who may see which, read again only when asked twice, put right."""

import re
from html import unescape

import pytest

from core.facts import Permission
from services import permission
from services.house import House
from services.readback import read_back
from tests.web.public.conftest import Visitor
from tests.web.public.test_guided import all_the_way, answer

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SAID = "Tea is good. My canary is ill. I like dogs."
ANSWERS = {"words": {"words": SAID}, "quote": {"quote": "everyone"}}
COUNT, PRIVATE, ALL = Permission.COUNT_ONLY, Permission.COUNCILLORS, Permission.EVERYONE


@pytest.fixture
def code(visitor: Visitor) -> str:
    """Sent with every sentence for everyone, and looked back at."""
    all_the_way(visitor, ANSWERS)
    visitor.press("send")
    made = visitor.code()
    visitor.press("saved")
    visitor.send("/look-back", code=made)
    visitor.get("/")
    return made


def chosen(house: House, code: str) -> list[Permission]:
    return [one.permission for one in permission.open_choices(house, code).sentences]


def test_before_send_each_sentence_can_be_given_its_own_readers_and_the_look_is_shown(
    visitor: Visitor, house: House
):
    page = all_the_way(visitor, ANSWERS)
    assert f"“{SAID}”" in unescape(page)
    page = visitor.press("change", to="sentences").text
    assert page.count("<fieldset") == 3
    page = visitor.press("choose_sentences", p0=ALL, p1=COUNT, p2=PRIVATE).text
    assert "“Tea is good.”" in unescape(page)
    assert "“Tea is good. [...] I like dogs.”" in unescape(page)
    visitor.press("send")
    assert chosen(house, visitor.code()) == [ALL, COUNT, PRIVATE]


def test_other_words_ask_for_other_answers(visitor: Visitor, house: House):
    all_the_way(visitor, ANSWERS)
    visitor.press("change", to="sentences")
    visitor.press("choose_sentences", p0=COUNT, p1=COUNT, p2=COUNT)
    visitor.press("change", to="words")
    answer(visitor, "words", words="One. Two. Three.")
    visitor.press("send")
    assert chosen(house, visitor.code()) == [ALL] * 3


def test_the_words_are_shown_only_on_the_second_press_and_never_by_reload(
    visitor: Visitor, code: str
):
    assert "canary" not in visitor.get("/").text
    assert "canary" not in visitor.go("ask_words").text
    assert "canary" in visitor.press("show_words").text
    assert "canary" not in visitor.get("/").text
    assert "What happened next" in visitor.get("/").text


def test_by_the_code_they_change_their_mind(visitor: Visitor, house: House, code: str):
    visitor.go("ask_words")
    visitor.press("show_words")
    page = visitor.press("permit", p0=ALL, p1=COUNT, p2=COUNT).text
    assert chosen(house, code) == [ALL, COUNT, COUNT]
    assert "“Tea is good.”" in unescape(page)
    visitor.press("permit", p0=ALL, p1=ALL, p2=ALL, none="yes")
    assert chosen(house, code) == [COUNT] * 3


def test_nobody_without_a_code_is_shown_anything(visitor: Visitor):
    for press in (lambda: visitor.go("ask_words"), lambda: visitor.press("show_words")):
        assert "Your code" in press().text
    assert visitor.press("permit", p0=ALL).status_code == 404


def test_we_say_what_we_think_it_is_about_and_they_put_it_right(
    visitor: Visitor, house: House, code: str
):
    page = visitor.get("/").text
    assert "Did we get that right?" in page
    page = visitor.go("readback").text
    assert len(re.findall('name="about"', page)) > 10
    assert visitor.press("correct").status_code == 400
    page = visitor.press("correct", about="money").text
    assert "We have put that right" in page
    assert read_back(house, code).correction
    assert "Money" in visitor.go("story").text


def test_right_after_sending_they_can_put_it_right_too(visitor: Visitor, house: House):
    all_the_way(visitor, ANSWERS)
    visitor.press("send")
    visitor.go("readback")
    page = visitor.press("correct", about="none").text
    assert 'id="code"' in page
    assert "We have put that right" in page
    said = read_back(house, visitor.code()).correction
    assert said
    assert said.nothing_fits

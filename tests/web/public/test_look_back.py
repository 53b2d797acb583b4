"""With the code a person sees how it goes and what we answered, and never the first words."""

import pytest

from services.house import House
from tests.conftest import Now
from tests.services.people import answer_the_one
from tests.web.public.conftest import Visitor

SAID = "canary: the stairs are cold"


@pytest.fixture
def code(visitor: Visitor) -> str:
    """The code of one view that was sent."""
    visitor.send("/write", words=SAID)
    return visitor.code()


def answer(house: House, words: str) -> None:
    """An officer reads the view, agrees a theme and answers."""
    answer_the_one(house, words, "home_carers")


def test_a_code_is_known_however_it_is_written(visitor: Visitor, code: str) -> None:
    for typed in (code, code.upper(), code.replace("-", " "), f"  {code.replace('-', ' - ')}. "):
        assert visitor.send("/look-back", code=typed).status_code == 303
        assert "What happened next" in visitor.get("/look-back").text
        visitor.press("close")


@pytest.mark.parametrize("typed", ["", "not a code", "a-b-c-d-e-f", "\0", "x" * 5000])
def test_a_wrong_code_gets_one_plain_answer(visitor: Visitor, typed: str) -> None:
    page = visitor.send("/look-back", code=typed)
    assert page.status_code == 404
    assert "We cannot find that code. Check each word and try again." in page.text


def test_the_first_words_are_never_shown_again(visitor: Visitor, code: str, house: House) -> None:
    visitor.send("/look-back", code=code)
    answer(house, "We have asked for heating.")
    page = visitor.get("/look-back").text
    assert SAID not in page
    assert "We have asked for heating." in page
    assert "Where I live and who looks after me" in page
    assert "A person read it on Tuesday 12 January 2027." in page


def test_it_says_when_to_look_back_and_later_that_we_are_late(
    visitor: Visitor, code: str, house: House, now: Now
) -> None:
    visitor.send("/look-back", code=code)
    assert "Look back on Tuesday 26 January 2027." in visitor.get("/").text
    now.pass_by(days=15)
    late = visitor.get("/").text
    assert "We said that we would answer by Tuesday 26 January 2027. We are late." in late
    answer(house, "We have asked for heating.")
    assert "We are late" not in visitor.get("/").text


def test_more_words_are_kept_and_not_shown_either(visitor: Visitor, code: str) -> None:
    visitor.send("/look-back", code=code)
    visitor.press("more", words="And dark.")
    page = visitor.get("/look-back").text
    assert "You wrote more on Tuesday 12 January 2027" in page
    assert "And dark." not in page


def test_words_that_were_not_kept_are_still_in_the_box(visitor: Visitor, code: str) -> None:
    visitor.send("/look-back", code=code)
    page = visitor.press("more", words="half\0said")
    assert page.status_code == 400
    assert "halfsaid" in page.text


def test_the_code_is_in_no_address_and_in_no_cookie_that_can_be_read(
    visitor: Visitor, code: str
) -> None:
    opened = visitor.send("/look-back", code=code)
    for answer_ in (opened, visitor.get("/look-back")):
        told = str(answer_.headers)
        assert code not in told
        assert answer_.location in (None, "/")


def test_saved_it_and_close_take_the_code_off_the_device(visitor: Visitor, code: str) -> None:
    assert code in visitor.get("/sent").text
    assert "All done" in visitor.press("saved").text
    assert "Tell us how it is for you" in visitor.get("/sent").text
    visitor.send("/look-back", code=code)
    visitor.press("close")
    assert "What happened next" not in visitor.get("/look-back").text


def test_leaving_takes_everything_back_and_keeps_the_pages_away_for_ten_minutes(
    visitor: Visitor, code: str
) -> None:
    left = visitor.get("/leave")
    assert left.status_code == 303
    assert left.location == "https://www.bbc.co.uk/weather"
    for path in ("/", "/write", "/sent", "/look-back", "/nowhere"):
        assert visitor.get(path).location == left.location
    assert visitor.post("/write", {"words": "sent again by Reload"}).location == left.location
    kept = {cookie.split("=")[0] for cookie in left.headers.getlist("Set-Cookie")}
    assert kept == {
        "__Host-sent",
        "__Host-opened",
        "__Host-notes",
        "__Host-language",
        "__Host-left",
        "__Host-pressed",
        "__Host-here",
        "__Host-draft",
        "__Host-member",
    }

"""The page about privacy promises what Heard does, and nothing that it cannot do yet."""

from tests.web.public.conftest import Visitor


def test_it_says_that_no_time_is_set_and_how_words_are_taken_back_and_what_stays(
    visitor: Visitor,
) -> None:
    page = visitor.get("/privacy").text
    assert "has not decided yet how long" in page
    assert "A person at the council will answer you" in page
    assert "press <strong>Take it back</strong>" in page
    assert "a person has to read it first" in page
    assert "A report that is out stays as it is" in page

"""The page about privacy promises what Heard does, and nothing that it cannot do yet."""

from tests.web.public.conftest import Visitor


def test_it_says_that_no_time_is_set_and_that_a_person_answers_who_asks_to_erase(
    visitor: Visitor,
) -> None:
    page = visitor.get("/privacy").text
    assert "has not decided yet how long" in page
    assert "A person at the council will answer you" in page
    assert "cannot take things away for you yet, not even with your code" in page

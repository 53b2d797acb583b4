"""The page about privacy promises what Heard does, and nothing that it cannot do yet."""

import pytest

from tests.web.public.conftest import Visitor

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_it_says_how_long_how_words_are_taken_back_and_what_stays(visitor: Visitor) -> None:
    page = visitor.get("/privacy").text
    assert "We keep your words until one year after we answered you" in page
    assert "A person at the council will answer you" in page
    assert "press “Take it back”" in page
    assert "a person has to read it first" in page
    assert "A report that is out stays as it is" in page
    assert "Leave this page takes it away, too" in page

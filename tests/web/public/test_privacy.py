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


def test_it_says_that_an_alert_shows_the_time_right_after_saying_that_the_time_is_not_kept(
    visitor: Visitor,
) -> None:
    page = visitor.get("/privacy").text
    assert "Not the time. If someone may be hurt, or we cannot be sure, a message goes" in page
    assert "It shows the time, but not your words, your name or your code" in page
    work = visitor.get("/work/tell").text
    assert "Only an alert, if one goes out, shows the exact time" in work
    assert "It stays in the mail box or Slack channel" in work

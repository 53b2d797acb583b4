"""The language mirror on the reply, without a script: shown once, and never a wall."""

from collections.abc import Callable

import pytest

from services import lookback
from tests.web.officers.conftest import Desk, Told

Tell = Callable[..., Told]


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_reply_with_a_word_of_the_young_peoples_list_is_shown_why_before_it_goes(
    house, reviewer: Desk, tell: Tell
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    words = "Your placement is safe."
    page = reviewer.post(f"{view.path}/reply", words=words)
    assert "“placement”: say home, where you live." in page.said()
    assert lookback.open_story(house, view.receipt).messages == ()
    asked = reviewer.post(f"{view.path}/reply", words="You can stay.", then="check")
    assert "No word of the young people's list is in it." in asked.said()
    sent = reviewer.post(f"{view.path}/reply", words=words, as_it_is=page.value("as_it_is"))
    assert sent.status == 303
    assert [m.words for m in lookback.open_story(house, view.receipt).messages] == [words]

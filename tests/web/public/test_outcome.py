"""What came of it, by the code: every step in plain words, do they feel it, and pushing back."""

from datetime import date

import pytest

from core.board import Draft, Standing
from core.facts import AgeBand, Role
from core.stories import ASKED, DECIDED, Step
from core.wants import Want
from services import board, desk, felt
from services.house import House
from services.lookback import find_by_code
from tests.services.people import grouped, officer, participation_worker
from tests.web.public.conftest import Visitor

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def told(house: House, visitor: Visitor) -> str:
    """The code of a view about money, looked back at, with one point on the board for each end."""
    by = participation_worker(house)
    other = officer(house, Role.REVIEWER, email="other@council.example")[0]
    code = str(grouped(house, by, ("money",), words="canary", age_band=AgeBand.TEEN)[1])
    for standing in Standing:
        for theme in ("money", "safety"):
            draft = Draft(theme, f"{theme} said", standing, f"{theme} {standing} answer")
            board.publish(house, other, board.write(house, by, draft), 1)
    visitor.send("/look-back", code=code)
    return code


def test_each_end_is_told_and_only_of_their_own_theme(visitor: Visitor, told: str):
    page = visitor.get("/").text
    assert 'We will:</strong> <bdi lang="en">money will answer' in page
    assert 'We asked. The answer was no, because:</strong> <bdi lang="en">money cannot' in page
    assert "Do you feel the difference?" in page
    assert "safety" not in page


def test_they_say_whether_they_feel_it_once_for_each_code(
    visitor: Visitor, house: House, told: str
):
    (done,) = (one for one in felt.came_of_it(house, told) if one.standing is Standing.DONE)
    visitor.get("/")
    for yes, said in (("yes", "You said yes."), ("no", "You said not yet.")):
        assert said in visitor.press("feel_it", on=done.id, yes=yes).text
    with house.store.reading() as books:
        assert dict(books.board.presses()) == {(done.id, "felt", False): 1}
    promised = next(one for one in felt.came_of_it(house, told) if one.standing is Standing.WILL)
    assert visitor.press("feel_it", on=promised.id, yes="yes").status_code == 404


def test_pushing_back_asks_for_it_once_and_brings_the_view_back(
    visitor: Visitor, house: House, told: str
):
    visitor.get("/")
    visitor.press("push_back", want=Want.ADVOCATE)
    page = visitor.press("push_back", want=Want.ADVOCATE).text
    assert page.count("You pushed back on Tuesday 12 January 2027") == 1
    assert "A person will read this and answer you here" in page
    visitor.press("push_back", want="anything else")
    with house.store.reading() as books:
        view = find_by_code(books, told)
        assert books.wants.of(view.id) == {Want.ADVOCATE}
        (message,) = books.threads.messages(view)
        assert "stand up for me" in message.words
    reviewer = officer(house, Role.REVIEWER, email="third@council.example")[0]
    assert view.id in [line.view_id for line in desk.waiting(house, reviewer)]


def test_any_step_is_told_by_its_plain_text(visitor: Visitor, house: House, told: str):
    with house.store.transaction() as books:
        view = find_by_code(books, told, hold=True)
        for what, text in (
            (DECIDED, "More <b>money</b>."),
            (ASKED, "How much?"),
            ("new", "It is so."),
        ):
            books.threads.note(view, Step(what, date(2027, 1, 13), text))
    page = visitor.get("/").text
    assert "They decided on Wednesday 13 January 2027:" in page
    assert "More &lt;b&gt;money&lt;/b&gt;." in page
    assert page.index("asked you something") < page.index("Answer this") < page.index("It is so.")
    assert page.index("It is so.") < page.index("We will answer you here.")

"""One question at a time: skip any, go back, check before sending, come back to it, never twice."""

import re
from html import unescape

import pytest

from core.facts import AgeBand, Face, Kind, Permission
from core.questions import asked_of
from core.wants import Want
from services.house import House
from storage import tables
from tests.conftest import Now
from tests.services.test_withdrawing import rows
from tests.web.public.conftest import HOME, Visitor, left_by
from tests.web.public.test_young_person import kept
from web.public.asking import CHECK, STEPS

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SAID = "canary: nobody asks me what I want for tea"
ANSWERS = {
    "age": {"age": "8-11"},
    "news": {"news": "good_news"},
    "about": {"about": "home_carers"},
    "face": {"face": "good"},
    "words": {"words": SAID},
    "like": {"like": "Ask us on Sundays."},
    "wants": {"advocate": "yes"},
    "who": {"who": "nickname", "call": "Otter"},
    "quote": {"quote": "councillors"},
}


def begin(visitor: Visitor, **fields: str) -> str:
    """To the first question."""
    visitor.go("hello")
    return visitor.press("begin", **fields).text


def answer(visitor: Visitor, step: str, move: str = "next", **fields: str) -> str:
    """Answer one question from the page where it is asked."""
    return visitor.press("answer", step=step, move=move, **fields).text


def all_the_way(visitor: Visitor, answers: dict[str, dict[str, str]] = ANSWERS) -> str:
    """Every question, answered or skipped, to the check."""
    page = begin(visitor)
    for number, step in enumerate(STEPS, 1):
        assert f"Question {number} of {len(STEPS)}" in page
        assert f'name="step" value="{step}"' in page
        page = answer(visitor, step, "next" if step in answers else "skip", **answers.get(step, {}))
    return page


def test_every_answer_is_on_the_check_and_is_kept_once_sent(visitor: Visitor, house: House):
    page = unescape(all_the_way(visitor))
    for told in (
        "8 to 11",
        "Something good",
        SAID,
        "Ask us on Sundays.",
        "Otter",
        "stand up for me",
    ):
        assert told in page
    assert rows(house)[tables.view] == []
    assert "Look back on" in visitor.press("send").text
    (view,) = kept(house)
    assert (view.words, view.topic, view.face) == (SAID, "home_carers", Face.GOOD)
    assert (view.age_band, view.kind) == (AgeBand.CHILD, Kind.GOOD_NEWS)
    assert view.permission is Permission.COUNCILLORS
    assert view.details == (("What do you wish would happen?", "Ask us on Sundays."),)
    assert view.wants == {Want.ADVOCATE}
    assert left_by(house, view)[0] == "Otter"
    assert rows(house)[tables.draft] == []


def test_every_question_can_be_skipped_and_then_there_is_nothing_to_send(visitor: Visitor):
    all_the_way(visitor, {})
    page = visitor.press("send")
    assert page.status_code == 400
    assert "You have not written anything yet" in page.text


def test_a_face_and_a_topic_are_enough_and_their_sentence_is_shown_first(
    visitor: Visitor, house: House
):
    page = all_the_way(visitor, {"face": {"face": "bad"}, "about": {"about": "money"}})
    assert "<q>I feel bad. It is about: Money.</q>" in page
    visitor.press("send")
    assert kept(house)[0].words == "I feel bad. It is about: Money."


@pytest.mark.parametrize("band", list(AgeBand))
def test_the_same_questions_are_asked_in_words_that_fit_the_age(visitor: Visitor, band: AgeBand):
    begin(visitor)
    page = answer(visitor, "age", age=band)
    asked = asked_of(band)
    for step in STEPS[1:]:
        assert asked[step] in unescape(page)
        page = answer(visitor, step, "skip")


def test_back_goes_to_the_question_before_and_keeps_what_was_typed(visitor: Visitor):
    begin(visitor)
    answer(visitor, "age", age="12-17")
    for step in ("news", "about", "face"):
        answer(visitor, step, "skip")
    page = answer(visitor, "words", "back", words=SAID)
    assert 'name="step" value="face"' in page
    assert f"{SAID}</textarea>" in answer(visitor, "face", "skip")


def test_one_answer_is_changed_from_the_check_and_back(visitor: Visitor):
    all_the_way(visitor)
    page = visitor.press("change", to="face").text
    assert 'value="good" checked' in page
    page = answer(visitor, "face", face="awful")
    assert "Is this right?" in page
    assert "Awful" in page


def test_a_link_may_say_the_topic(visitor: Visitor):
    visitor.browser.get("/start?about=money", base_url=HOME).close()
    assert 'name="about" value="money"' in visitor.get("/").text
    visitor.press("begin", about="money")
    answer(visitor, "age", "skip")
    page = answer(visitor, "news", "skip")
    assert 'value="money" checked' in page


def test_whoever_comes_to_a_page_that_was_left_open_reads_nothing_and_can_still_send(
    visitor: Visitor, house: House
):
    all_the_way(visitor)
    came_back = visitor.get("/").text
    assert "Do you want to carry on?" in came_back
    seen = came_back + visitor.press("carry_on").text
    for step in ("words", "like", "who"):
        seen += visitor.press("change", to=step).text
        seen += answer(visitor, step, "skip" if step == "like" else "next")
    assert "Is this right?" in seen
    assert "Kept, and not shown" in seen
    assert not re.search("canary|Sundays|Otter", seen)
    visitor.press("send")
    assert [view.words for view in kept(house)] == [SAID]


def test_after_twenty_minutes_it_is_gone(visitor: Visitor, now: Now):
    all_the_way(visitor)
    now.pass_by(minutes=20)
    assert "That was too long ago" in visitor.get("/").text
    assert "That was too long ago" in visitor.press("send").text


def test_throwing_it_away_and_leaving_forget_it_at_once(visitor: Visitor, house: House):
    for forget in (lambda: visitor.press("stop"), lambda: visitor.get("/leave").close()):
        all_the_way(visitor)
        assert len(rows(house)[tables.draft]) == 1
        forget()
        assert rows(house)[tables.draft] == []


def test_no_word_of_a_draft_lies_in_the_books_in_plain(visitor: Visitor, house: House):
    all_the_way(visitor)
    (row,) = rows(house)[tables.draft]
    assert b"canary" not in row["sealed"]


def test_when_the_line_breaks_at_send_a_second_press_gives_the_same_code_and_keeps_one_view(
    visitor: Visitor, house: House
):
    check = all_the_way(visitor)
    visitor.press("send")
    code = visitor.code()
    visitor.last = check
    assert "It was kept once" in visitor.press("send").text
    assert visitor.code() == code
    assert len(rows(house)[tables.view]) == 1


def test_a_hidden_character_is_told_at_its_question_and_the_rest_is_still_there(visitor: Visitor):
    begin(visitor)
    page = visitor.press("answer", step="words", move="next", words="before\0after")
    assert page.status_code == 400
    assert "hidden character" in page.text
    assert "beforeafter</textarea>" in page.text


def test_i_feel_unsafe_takes_what_was_written_so_far_with_it(visitor: Visitor, house: House):
    begin(visitor)
    answer(visitor, "age", age="12-17")
    answer(visitor, "words", words=SAID)
    page = visitor.go("unsafe").text
    assert page.index("Contact me") < page.index("0800 1111")
    sent = visitor.press("contact_me", reach="Ms Ali at school").text
    assert sent.index("0800 1111") < sent.index('id="code"')
    (view,) = kept(house)
    assert view.asked_for_help
    assert (view.words, view.age_band) == (SAID, AgeBand.TEEN)
    assert left_by(house, view)[1] == "Ms Ali at school"
    assert rows(house)[tables.draft] == []


def test_a_step_or_a_place_that_is_not_there_does_no_harm(visitor: Visitor):
    begin(visitor)
    for do, fields in (
        ("answer", {"step": "x"}),
        ("answer", {"step": CHECK}),
        ("change", {"to": "x"}),
        ("go", {"to": "story"}),
        ("go", {"to": "/elsewhere"}),
        ("x", {}),
        ("", {}),
    ):
        assert visitor.press(do, **fields).status_code == 203

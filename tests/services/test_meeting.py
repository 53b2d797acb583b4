"""From the minutes back to the person: decisions, asking back, the answer, and who came to read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.actions import Action, ActionState, Progress
from core.board import Felt, Standing
from core.errors import WrongCode
from core.facts import Voice
from core.papers import Form, Kind
from core.summaries import PaperOrder, Period
from services import (
    asking_back,
    drafting,
    guarding,
    lookback,
    meeting,
    papers,
    pinboard,
    releases,
    signing,
    theme_answers,
    threads,
)
from services.theme_answers import NobodyThere, Reply
from tests.services.people import five_others, grouped, participation_worker, quotable
from tests.services.test_papers import ORDER

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SAMPLES = Path(__file__).parent.parent.parent / "sample/minutes"
MINUTES = {place.stem: place.read_text("utf-8") for place in SAMPLES.glob("*.txt")}


@pytest.fixture
def by(house):
    return participation_worker(house)


@pytest.fixture
def codes(house, by):
    """Six young people and five practitioners on money, five on school."""
    five_others(house, by)
    working = [grouped(house, by, ("money",), voice=Voice.PRACTITIONER)[1] for _ in range(5)]
    young = [quotable(house, by, ("money",), words="It comes late.")[1] for _ in range(6)]
    return young, working


@pytest.fixture
def action(house, by, codes):
    draft = drafting.begin(house, by, ORDER)
    papers.issue(house, by, ORDER)
    (found,) = meeting.read(house, by, MINUTES["improvement-plan"])
    kept = Action(
        "", "", found.kind, found.label, found.words, "money", found.owner, None,
        ActionState.OPEN, date(2027, 4, 13),
    )  # fmt: skip
    (action_id,) = meeting.keep(house, by, draft.id, (kept,))
    return next(one for one in meeting.actions(house, by) if one.id == action_id)


def test_the_plan_says_where_an_earlier_promise_stands(house, by, action):
    later = PaperOrder(Period(date(2027, 4, 1), date(2027, 6, 30)), date(2027, 7, 13), "5")
    releases.freeze(house, by, later.period)
    plan = papers.export(house, by, later, Kind.PLAN, Form.HTML).decode()
    assert action.words.split()[-1] in plan
    still = "What was promised before and is not done yet stands under “What we will do”."
    assert plan.count(still) == 1


def last(house, code):
    return lookback.open_story(house, code)


def test_the_real_minutes_are_read(house, by):
    found = meeting.read(house, by, MINUTES["quality-assurance"])
    assert [(one.label, one.words) for one in found] == [
        ("(i)", "Representatives be thanked for their attendance and contribution"),
        ("(ii)", "The report be noted."),
    ]
    assert all(one.is_form for one in found)
    (point,) = meeting.read(house, by, MINUTES["improvement-plan"])
    assert not point.is_form
    assert (point.label, point.owner) == ("1", "Service")
    assert point.words.startswith("Service to provide historical detailed information")
    with pytest.raises(meeting.NothingDecided):
        meeting.read(house, by, "It was a long evening.")


def test_everybody_in_the_theme_sees_what_was_decided(house, codes, action):
    step = last(house, codes[0][0]).steps[-1]
    assert (step.what, step.detail[:18]) == ("decided", "Service to provide")


def test_what_is_overdue_prints_itself_in_the_next_paper(house, by, action, now):
    late = replace(action, due_on=date(2027, 2, 1))
    progress = Progress(date(2027, 1, 12), "It was begun.", quantified="3 of 10")
    meeting.report(house, by, late, progress)
    now.pass_by(days=60)
    assert meeting.actions(house, by)[0].overdue(date(2027, 3, 13))
    following = replace(ORDER, meeting_on=date(2027, 7, 13))
    page = papers.export(house, by, following, Kind.SCRUTINY, Form.HTML).decode()
    assert "One is past its day and stands first." in page
    assert "<td>Overdue</td>" in page
    assert "(quantified: 3 of 10) Not yet measured, substantiated." in page


def test_it_is_done_only_when_young_people_say_so(house, by, action):
    meeting.report(house, by, replace(action, state=ActionState.DONE), None)
    said = next(one for one in meeting.actions(house, by) if one.id == action.id)
    assert said.standing(date(2027, 3, 1)).endswith("young people have not agreed")
    reply = Reply("money", "Paid.", "We pay now.", "It came late.", Standing.DONE, action.id)
    theme_answers.answer_theme(house, by, reply)
    with house.store.transaction() as books:
        (entry,) = books.board.all(published=False)
        books.board.change(entry, published_on=date(2027, 1, 12), published_by="another")
    for number in range(5):
        pinboard.say_felt(house, entry.id, f"browser {number}", yes=True)
    said = next(one for one in meeting.actions(house, by) if one.id == action.id)
    assert said.felt is Felt.AGREED
    assert said.standing(date(2027, 3, 1)) == "Done, and young people feel it"


def test_a_question_goes_to_everybody_by_code_and_comes_back_as_matters_arising(
    house, by, codes, action
):
    assert asking_back.ask(house, by, action.id, "Does it come on time now?") == 11
    assert last(house, codes[0][0]).messages[-1].words == "Does it come on time now?"
    for code in codes[0]:
        lookback.say_more(house, code, "Mostly.", "once")
    (ask,) = meeting.asks(house, by)
    assert (ask.reached, ask.answered) == (11, 6)
    asking_back.write_up(house, by, ask.id, "Most said that it does. One is aged 12.")
    with house.store.reading() as books:
        paper = papers.source_of(house, books, ORDER).paper
        caught = guarding.caught(house, books, ORDER, paper)
    assert [one.finding.piece for one in caught] == ["aged 12"]
    asking_back.write_up(house, by, ask.id, "Most said that it does.")
    following = replace(ORDER, meeting_on=date(2027, 7, 13))
    page = papers.export(house, by, following, Kind.SCRUTINY, Form.HTML).decode()
    assert "Matters arising" in page
    assert "come on time now?” Most said that it does. [" in page
    assert "11" not in page.split("Matters arising")[1].split("<h2")[0]


def test_one_answer_reaches_everybody_and_who_read_it_is_counted_by_the_day(
    house, by, codes, action
):
    reply = Reply("money", "We pay on Fridays now.", "You get it on Fridays.", action_id=action.id)
    assert theme_answers.answer_theme(house, by, reply) == 11
    young, working = codes
    assert last(house, young[0]).messages[-1].words == "You get it on Fridays."
    assert last(house, working[0]).messages[-1].words == "We pay on Fridays now."
    for _ in range(2):
        theme_answers.mark_read(house, young[0])
    (answer,) = theme_answers.answered(house, by)
    assert (answer.reached, answer.read) == (11, 1)
    with pytest.raises(NobodyThere):
        theme_answers.answer_theme(house, by, replace(reply, theme="safety"))
    thread = threads.whole(house, by, action.id)
    assert [one.id for one, _, _ in thread.answers] == [answer.id]
    assert thread.in_paper is not None
    assert thread.in_paper[0].number == 6


def test_members_sign_off_what_they_read_and_the_paper_says_so(house, by, codes):
    drafting.begin(house, by, ORDER)
    code = signing.add_member(house, by, "A")
    assert signing.to_sign(house, code) is None  # its figures still move
    releases.freeze(house, by, ORDER.period)
    found = signing.to_sign(house, code)
    assert found is not None
    assert "It comes late." in {quote.words for quote in found.quotes}

    def young():
        return papers.export(house, by, ORDER, Kind.YOUNG, Form.HTML).decode()

    assert "has read this page yet" in young()
    with pytest.raises(signing.SayWhatIsWrong):
        signing.sign(house, code, found.draft.id, yes=False, why=" ", seen=found.seen)
    signing.sign(house, code, found.draft.id, yes=False, why="It was worse.", seen=found.seen)
    assert "no, that is not what we said" in young()
    assert "<li>It was worse.</li>" in young()
    signing.sign(house, code, found.draft.id, yes=True, why="", seen=found.seen)
    assert "yes, that is what we said" in young()
    assert signing.to_sign(house, code) == found  # nothing else waits: they can read it again
    later = PaperOrder(Period(date(2027, 4, 1), date(2027, 6, 30)), date(2027, 7, 13), "5")
    drafting.begin(house, by, later)
    releases.freeze(house, by, later.period)
    following = signing.to_sign(house, code)
    assert following is not None
    assert following.draft.order == later
    with pytest.raises(signing.ItChanged):
        signing.sign(house, code, found.draft.id, yes=True, why="", seen="another")
    (member,) = signing.members(house, by)
    signing.stop_member(house, by, member.id)
    with pytest.raises(WrongCode):
        signing.to_sign(house, code)

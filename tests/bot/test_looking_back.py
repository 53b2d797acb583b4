"""Looking back in Slack: by a code for everyone, and on one's own Home tab with a name."""

import time
from datetime import date

import pytest

from bot.looking_back import GONE, MORE_KEPT
from core.actions import PROMISE, Action, ActionState
from core.board import Draft, Standing
from core.facts import Role
from services import answers, board, outbox, review, withdrawing
from services.house import WRITER
from tests.bot import slack_side
from tests.bot.limits import check_message, check_view
from tests.bot.slack_side import USER, filled
from tests.bot.test_concerns import code_in, kept
from tests.services.people import officer

WORDS = slack_side.ANSWERS["words"]
OTHER = USER | {"id": "U0OTHER", "name": "other"}


@pytest.fixture
def engine_name():
    """One engine is enough: the verbs behind this are tried on both."""
    return "sqlite"


@pytest.fixture
def reader(house):
    return officer(house, Role.REVIEWER)[0]


@pytest.fixture
def house(house):
    """With a way to tell people in Slack."""
    house.channels[WRITER] = ("writer/slack",)
    return house


def home_of(slack, slack_api, user=USER):
    opened = slack_side.home_opened()
    opened["event"]["user"] = user["id"]
    before = len(slack_api.sent("views.publish"))
    slack.send(opened)
    shown = slack_api.wait_for("views.publish", before + 1)[-1].body["view"]
    check_view(shown)
    return shown


def pressed(shown, action_id):
    """The button of that name, as Slack sends a press of it."""
    buttons = [b.get("accessory") or e for b in shown["blocks"] for e in b.get("elements", [b])]
    [found] = [one for one in buttons if one.get("action_id") == action_id]
    payload = slack_side.button(action_id)
    payload["actions"][0]["value"] = found.get("value")
    return payload


def opened(slack, slack_api, payload):
    before = len(slack_api.sent("views.open"))
    assert slack.send(payload).status == 200
    shown = slack_api.wait_for("views.open", before + 1)[-1].body["view"]
    check_view(shown)
    return shown


def story_by_code(slack, slack_api, code):
    asked = opened(slack, slack_api, slack_side.button("look_back"))
    reply = slack.send(filled(asked, "V0CODE", code=code))
    check_view(reply.body["view"])
    return reply.body["view"]


def answered(house, reader, words="We hired two people."):
    [(view, *_)] = kept(house)
    answers.reply(house, reader, view.id, words)
    return view


@pytest.mark.parametrize("who", ["named", "confidential"])
def test_what_was_sent_with_a_name_is_on_the_home_tab_of_its_writer_alone(
    slack, slack_api, house, reader, who
):
    slack.send(slack_side.view_submission(who=who))
    mine = "\n".join(slack_side.texts(home_of(slack, slack_api)))
    assert "A concern, sent on 12 January 2027" in mine
    assert "Look for our answer from 26 January 2027" in mine
    assert WORDS not in mine
    assert "A concern" not in "\n".join(slack_side.texts(home_of(slack, slack_api, OTHER)))


def test_what_was_sent_without_a_name_is_on_nobodys_home_tab(slack, slack_api):
    empty = home_of(slack, slack_api)
    slack.send(slack_side.view_submission(who="unnamed"))
    assert home_of(slack, slack_api) == empty


def test_an_answer_comes_as_a_private_message_that_repeats_nothing(
    slack, slack_api, house, reader, senders
):
    slack.send(slack_side.view_submission(who="confidential"))
    answered(house, reader)
    assert outbox.deliver_due(house, senders) == 1
    [line] = slack_api.sent("conversations.open")
    [message] = slack_api.sent("chat.postMessage")
    check_message(message.body)
    assert line.body["users"] == USER["id"]
    assert message.body["channel"] == "D0TEST"
    assert "answer" in message.body["text"]
    assert not {WORDS, "We hired two people."} & set(slack_side.texts(message.body["blocks"]))
    shown = opened(slack, slack_api, pressed({"blocks": message.body["blocks"]}, "open_mine"))
    assert "Heard, 12 January 2027:\nWe hired two people." in slack_side.texts(shown)
    assert WORDS not in repr(shown)


def test_a_message_that_slack_does_not_take_is_sent_later(
    slack, slack_api, house, reader, senders, now
):
    slack.send(slack_side.view_submission(who="named"))
    answered(house, reader)
    slack_api.fail_next(status=429, retry_after=30)
    assert outbox.deliver_due(house, senders) == 0
    now.pass_by(seconds=31)
    assert outbox.deliver_due(house, senders) == 1


def test_nobody_is_told_of_what_has_no_name(slack, house, reader, senders):
    slack.send(slack_side.view_submission(who="unnamed"))
    answered(house, reader)
    assert outbox.next_due(house) is None


def test_whoever_took_it_back_is_not_told_any_more(slack, slack_api, house, reader, senders):
    code = code_in(slack.send(slack_side.view_submission(who="named")))
    answered(house, reader)
    withdrawing.withdraw(house, code)
    assert outbox.deliver_due(house, senders) == 0
    assert outbox.next_due(house) is None
    assert slack_api.sent("chat.postMessage") == []


def test_somebody_elses_concern_does_not_open(slack, slack_api, house):
    slack.send(slack_side.view_submission(who="named"))
    payload = pressed(home_of(slack, slack_api), "open_mine") | {"user": OTHER}
    assert "We cannot open it" in "\n".join(slack_side.texts(opened(slack, slack_api, payload)))


def test_the_thread_goes_on_from_the_home_tab(slack, slack_api, house, reader):
    slack.send(slack_side.view_submission(who="named"))
    view = answered(house, reader)
    shown = opened(slack, slack_api, pressed(home_of(slack, slack_api), "open_mine"))
    sent = filled(shown, "V0MINE", more="And when?")
    assert MORE_KEPT in slack.send(sent).text
    slack.send(sent, retry=1)
    with house.store.reading() as books:
        said = [message.words for message in books.threads.messages(view)]
    assert said == ["We hired two people.", "And when?"]


def test_a_code_opens_the_same_thread_without_any_name(slack, slack_api, house, reader):
    code = code_in(slack.send(slack_side.view_submission(who="unnamed")))
    answered(house, reader, "We hired <!channel> & two.")
    shown = story_by_code(slack, slack_api, code.replace("-", " ").upper())
    assert "Heard, 12 January 2027:\nWe hired <!channel> & two." in slack_side.texts(shown)
    reply = slack.send(filled(shown, "V0CODE", more="Thank you."))
    again = slack.send(filled(reply.body["view"], "V0CODE", more="One thing more."))
    assert "You, 12 January 2027:\nOne thing more." in slack_side.texts(again.body)
    assert len(kept(house)) == 1


def test_a_wrong_code_is_said_beside_the_box(slack, slack_api):
    asked = opened(slack, slack_api, slack_side.button("look_back"))
    assert list(slack.send(filled(asked, code="maple river")).body["errors"]) == ["code"]


def test_words_are_taken_back_by_their_code(slack, slack_api, house):
    code = code_in(slack.send(slack_side.view_submission(who="unnamed")))
    shown = story_by_code(slack, slack_api, code)
    back = slack_side.button("take_back") | {"view": shown | {"id": "V0CODE"}}
    slack.send(back)
    told = slack_api.wait_for("views.update")[0].body["view"]
    assert GONE in slack_side.texts(told)
    assert kept(house) == []


def test_what_nobody_read_yet_and_worries_is_not_taken_back(slack, slack_api, house):
    code = code_in(slack.send(slack_side.view_submission(who="unnamed", risk="yes")))
    shown = story_by_code(slack, slack_api, code)
    slack.send(slack_side.button("take_back") | {"view": shown | {"id": "V0CODE"}})
    told = slack_api.wait_for("views.update")[0].body["view"]
    assert "A person has to read this first" in "\n".join(slack_side.texts(told))
    assert len(kept(house)) == 1


def test_a_very_long_answer_is_shown_within_the_limits(slack, slack_api, house, reader):
    code = code_in(slack.send(slack_side.view_submission(who="unnamed")))
    for number in range(15):
        answered(house, reader, f"{number} " + "x" * 19_000)
    story_by_code(slack, slack_api, code)


def test_what_changed_about_what_they_raised_is_on_the_home_tab_with_open_actions(
    slack, slack_api, house, reader
):
    slack.send(slack_side.view_submission(who="named"))
    [(view, *_)] = kept(house)
    review.agree_themes(house, reader, view.id, ("money",), view.version)
    other = officer(house, Role.REVIEWER, email="two@council.example")[0]
    draft = Draft("money", "Money comes late.", Standing.WILL, "Pay on the first of the month.")
    board.publish(house, other, board.write(house, reader, draft), 1)
    action = Action(
        "", "", PROMISE, "1", "Pay on time", "money", "Head of Service", date(2027, 3, 1),
        ActionState.OPEN, date(2027, 1, 12),
    )  # fmt: skip
    with house.store.transaction() as books:
        books.actions.add(action)
    shown = "\n".join(slack_side.texts(home_of(slack, slack_api)))
    assert "A concern about Money, sent on 12 January 2027" in shown
    assert "• We will: Pay on the first of the month." in shown
    assert "• Still open: Head of Service, by 1 March 2027: Pay on time (Under way)" in shown
    assert "We will" not in "\n".join(slack_side.texts(home_of(slack, slack_api, OTHER)))


def test_a_slow_store_shows_the_home_tab_without_them(slack, slack_api, house, monkeypatch):
    monkeypatch.setattr("services.writers.mine", lambda *_: time.sleep(2))
    assert "cannot open your concerns" in "\n".join(slack_side.texts(home_of(slack, slack_api)))

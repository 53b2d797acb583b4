"""The pulse from the desk to the channels and back: one answer each, and nothing left of whom."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from core.facts import Role
from notices.slack import SlackSender
from services import outbox, soundings
from services.house import TEAM
from storage import tables
from tests.bot import slack_side
from tests.bot.limits import check_message
from tests.bot.slack_side import TEAM as WORKSPACE
from tests.bot.test_looking_back import home_of
from tests.bot.test_once import locked
from tests.bot.test_silence import everything_stored
from tests.services.people import officer

QUESTION = "Did your supervision happen this month, <!channel>?"


BOTH = pytest.mark.parametrize("engine_name", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def engine_name(request):
    """One engine, save where a test asks for both."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def house(house):
    house.channels[TEAM] = ("team/slack",)
    return house


@pytest.fixture
def asker(house):
    return officer(house, Role.PARTICIPATION)[0]


@pytest.fixture
def asked(house, asker, slack_api):
    """A question that is open, and the messages with its buttons, by channel."""
    soundings.write(
        house, asker, QUESTION, "Yes\nNo", "East = C0EAST\nWest = C0WEST\nNorth = C0NORTH", "7"
    )
    [(one, _)] = soundings.soundings(house, asker)
    soundings.ask(house, asker, one.id, one.version)
    outbox.deliver_due(house, {"team/slack": SlackSender("xoxb-test", "", slack_api.url)})
    return {call.body["channel"]: call.body for call in slack_api.sent("chat.postMessage")}


def pressed(message, place, user):
    element = message["blocks"][-1]["elements"][place]
    payload = slack_side.button(element["action_id"])
    payload["actions"][0]["value"] = element["value"]
    person = {"id": user, "name": user, "team_id": WORKSPACE}
    return payload | {"user": person, "container": {"channel_id": message["channel"]}}


def whispers(slack_api, number):
    calls = slack_api.wait_for("chat.postEphemeral", number)
    return [(call.body["user"], call.body["text"]) for call in calls]


def close(house, asker):
    [(one, _)] = soundings.soundings(house, asker)
    soundings.close(house, asker, one.id, one.version)
    return soundings.soundings(house, asker)[0][1]


def test_each_team_is_asked_with_buttons_and_told_who_can_see_that_they_pressed(asked):
    assert asked.keys() == {"C0EAST", "C0WEST", "C0NORTH"}
    message = asked["C0EAST"]
    check_message(message)
    assert [e["text"]["text"] for e in message["blocks"][-1]["elements"]] == ["Yes", "No"]
    assert len({e["action_id"] for e in message["blocks"][-1]["elements"]}) == 2
    assert "may see that you pressed" in message["text"]


@BOTH
def test_one_answer_each_is_counted_also_when_slack_sends_it_again(
    slack, slack_api, house, asker, asked
):
    presses = [pressed(asked["C0EAST"], 0, f"U0EAST{n}") for n in range(6)]
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(slack.send, presses * 2))
    assert {answer.status for answer in answers} == {200}
    slack.send(pressed(asked["C0WEST"], 1, "U0EAST0"))
    told = [text for _, text in whispers(slack_api, 13)]
    assert sum("Thank you" in text for text in told) == 6
    with house.store.reading() as books:
        [one] = books.soundings.all()
        assert list(books.soundings.counts(one.id).values()) == [6]


def test_results_go_to_every_team_and_the_home_tab_and_no_small_team_is_told(
    slack, slack_api, house, asker, asked
):
    for channel, yes, no in (("C0EAST", 9, 8), ("C0WEST", 8, 7), ("C0NORTH", 2, 1)):
        for n in range(yes + no):
            slack.send(pressed(asked[channel], int(n >= yes), f"U0{channel}{n}"))
    told = close(house, asker)
    assert "35 answered." in told
    assert "North" not in told
    assert not ("East" in told and "West" in told)
    outbox.deliver_due(house, {"team/slack": SlackSender("xoxb-test", "", slack_api.url)})
    results = slack_api.sent("chat.postMessage")[3:]
    assert {call.body["channel"] for call in results} == asked.keys()
    assert all("35 answered." in call.body["text"] for call in results)
    check_message(results[0].body)
    assert f"{QUESTION}\n{told}" in slack_side.texts(home_of(slack, slack_api))


def test_nobody_sees_numbers_while_it_is_open(slack, slack_api, house, asker, asked):
    slack.send(pressed(asked["C0EAST"], 0, "U0ONE"))
    assert soundings.soundings(house, asker)[0][1] == ""
    assert "What teams said" not in slack_side.texts(home_of(slack, slack_api))


@BOTH
def test_who_answered_is_never_in_the_clear_and_gone_at_the_close(
    slack, house, asker, asked, store_urls
):
    for n in range(6):
        slack.send(pressed(asked["C0EAST"], 0, f"U0CANARY{n}"))
    assert "U0CANARY" not in everything_stored(store_urls)
    with house.store.reading() as books:
        [one] = books.soundings.all()
        assert books.soundings.seen(one.id, f"{WORKSPACE}/U0CANARY0")
    close(house, asker)
    with house.store.reading() as books:
        assert not books.soundings.seen(one.id, f"{WORKSPACE}/U0CANARY0")
        assert books.soundings.counts(one.id).total() == 0
    with house.store.engine.connect() as connection:
        held = sa.select(sa.func.count()).select_from(tables.sounding_seen)
        assert connection.execute(held).scalar_one() == 0


def test_a_late_press_is_told_so_and_counts_nothing(slack, slack_api, house, asker, asked):
    close(house, asker)
    slack.send(pressed(asked["C0EAST"], 0, "U0ONE"))
    assert "closed now" in whispers(slack_api, 1)[0][1]


def test_the_clock_closes_it_when_its_last_day_is_over(house, asker, asked, now):
    now.pass_by(days=7)
    assert soundings.close_due(house) == 0
    now.pass_by(days=1)
    assert soundings.close_due(house) == 1
    assert soundings.soundings(house, asker)[0][0].closed_on is not None


def test_a_locked_store_is_said_in_time(slack, slack_api, asked, store_urls):
    thread = locked(store_urls[0], 3.5)
    reply = slack.send(pressed(asked["C0EAST"], 0, "U0ONE"))
    thread.join()
    assert reply.seconds < 2.9
    assert "Not counted" in whispers(slack_api, 1)[0][1]


@pytest.mark.parametrize("value", ["", "x", "a/b/c", "a/b/99999999999"])
def test_a_press_that_is_none_of_ours_counts_nothing(slack, slack_api, asked, value):
    payload = pressed(asked["C0EAST"], 0, "U0ONE")
    payload["actions"][0]["value"] = value
    assert slack.send(payload).status == 200
    assert "closed now" in whispers(slack_api, 1)[0][1]

"""The button under an alert: kept first, then everybody in the channel sees who has it."""

import pytest

from core.facts import Voice, Worry
from services.alerts import raise_alert
from tests.bot import slack_side

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
BLOCKS = [
    {"type": "header", "text": {"type": "plain_text", "text": "Heard: look"}},
    {"type": "section", "text": {"type": "mrkdwn", "text": "Look."}},
    {"type": "actions", "elements": [{"type": "button", "action_id": "take_up_alert"}]},
]


def press(slack, alert_id):
    pressed = slack_side.button("take_up_alert")
    pressed["actions"][0]["value"] = alert_id
    pressed["container"] = {"channel_id": "C0SAFE", "message_ts": "17.1"}
    pressed["message"] = {"ts": "17.1", "blocks": BLOCKS}
    return slack.send(pressed)


@pytest.fixture
def alert_id(house):
    with house.store.transaction() as books:
        raise_alert(house, books, None, Voice.YOUNG_PERSON, Worry.URGENT, asked=False)
        return books.alerts.waiting()[0].id


def test_pressed_once_it_names_who_has_it_and_the_button_goes(slack, slack_api, house, alert_id):
    assert press(slack, alert_id).status == 200
    body = slack_api.sent("chat.update")[0].body
    assert body["text"] == "canary.name (in Slack) has this."
    assert [block["type"] for block in body["blocks"]] == ["header", "section", "section"]
    press(slack, alert_id)
    assert "had this already" in slack_api.sent("chat.update")[1].body["text"]
    with house.store.reading() as books:
        assert books.alerts.waiting() == ()


def test_an_alert_that_is_gone_says_so(slack, slack_api):
    assert press(slack, "nothing").status == 200
    assert "not there any more" in slack_api.sent("chat.update")[0].body["text"]

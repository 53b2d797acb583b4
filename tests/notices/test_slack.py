"""Slack notices: a real HTTP server on loopback says what came and how it was refused."""

import logging

import pytest

from core.facts import Notice
from core.ports import CouldNotSend
from notices.slack import SlackSender
from tests.servers.slack_api import SlackApi

NOTICE = Notice("row-7f3", "safeguarding/slack", "Urgent: please look", "See https://h.test/desk")


@pytest.fixture
def slack():
    with SlackApi() as server:
        yield server


def sender(slack: SlackApi) -> SlackSender:
    return SlackSender(token="xoxb-hush", channel="C0SAFE", api_url=slack.url)


def refusal(slack: SlackApi) -> CouldNotSend:
    with pytest.raises(CouldNotSend) as caught:
        sender(slack).send(NOTICE)
    return caught.value


def test_a_notice_reaches_its_channel_with_plain_text_beside_the_blocks(slack):
    sender(slack).send(NOTICE)
    (call,) = slack.sent("chat.postMessage")
    assert call.token == "xoxb-hush"
    assert call.body["channel"] == "C0SAFE"
    assert call.body["text"] == "Urgent: please look\nSee https://h.test/desk"
    assert [block["type"] for block in call.body["blocks"]] == ["header", "section"]


def test_nothing_is_unfurled(slack):
    sender(slack).send(NOTICE)
    body = slack.sent("chat.postMessage")[0].body
    assert (body["unfurl_links"], body["unfurl_media"]) == (False, False)


def test_a_notice_can_ping_nobody(slack):
    sender(slack).send(Notice("1", "a", "<!channel> & <@U1>", "<http://x|y>"))
    body = slack.sent("chat.postMessage")[0].body
    assert "<" not in body["text"]
    assert "<" not in body["blocks"][1]["text"]["text"]
    assert body["link_names"] is False


def test_a_long_notice_stays_within_slacks_limits(slack):
    sender(slack).send(Notice("1", "a", "s" * 400, "b" * 9000))
    blocks = slack.sent("chat.postMessage")[0].body["blocks"]
    assert len(blocks[0]["text"]["text"]) == 150
    assert len(blocks[1]["text"]["text"]) == 3000


def test_the_wait_that_slack_asks_for_is_passed_on(slack):
    slack.fail_next(status=429, retry_after=7)
    error = refusal(slack)
    assert error.retry_after == 7.0
    assert slack.asked == 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"status": 500}, "slack: internal_error"),
        ({"status": 200, "error": "channel_not_found"}, "slack: channel_not_found"),
        ({"status": 503, "error": "<html>C0SAFE"}, "slack: answered 503"),
    ],
)
def test_a_refusal_is_named_in_short_and_nothing_counts_as_sent(slack, fault, reason):
    slack.fail_next(**fault)
    assert refusal(slack).reason == reason
    assert slack.calls == []


def test_slack_out_of_reach_could_not_send():
    with SlackApi() as gone:
        pass
    assert refusal(gone).reason.startswith("slack: ")


def test_no_log_holds_a_notice_a_token_or_a_channel(slack, caplog):
    with caplog.at_level(logging.DEBUG):
        sender(slack).send(NOTICE)
        slack.fail_next(status=429, retry_after=1)
        slack.fail_next(status=503, error="not json")
        refusal(slack)
        refusal(slack)
    for kept in ("xoxb-hush", "C0SAFE", "row-7f3", "please look"):
        assert kept not in caplog.text


def test_a_token_is_never_printed(slack):
    assert "hush" not in repr(sender(slack))

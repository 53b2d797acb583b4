"""Nobody but our own Slack gets in: forged, old, odd and foreign requests store and say nothing."""

import http.client
import json
import logging
import time
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import build_app
from bot.http import LARGEST_BODY, HttpDoor
from bot.signature import is_genuine, sign
from bot.workspace import is_ours
from tests.bot import slack_side
from tests.bot.slack_side import SECRET

CANARY = "canary-in-a-forged-body"
BODY = slack_side.encoded(slack_side.view_submission(words=CANARY))
NOW = 1_800_000_000


@pytest.fixture
def engine_name():
    """One engine is enough: what is tried here happens before any store is asked."""
    return "sqlite"


def rows(house):
    with house.store.reading() as books:
        return len(books.views.waiting())


def headers(timestamp, signature):
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}


def signed(body, timestamp=None):
    timestamp = timestamp or str(int(time.time()))
    return headers(timestamp, sign(SECRET, timestamp, body))


@pytest.mark.parametrize(
    ("age", "genuine"), [(0, True), (300, True), (301, False), (-300, True), (-301, False)]
)
def test_a_request_is_good_for_five_minutes_and_not_a_second_longer(age, genuine):
    timestamp = str(NOW - age)
    signature = sign(SECRET, timestamp, BODY)
    assert is_genuine(SECRET, timestamp, signature, BODY, NOW + 0.9) is genuine


def test_no_secret_means_nobody_gets_in():
    assert not is_genuine("", str(NOW), sign("", str(NOW), BODY), BODY, NOW)


def test_a_request_of_300_seconds_ago_is_answered_and_an_older_one_is_not(slack, house):
    assert slack.send(slack_side.view_submission("V1"), ago_s=298).status == 200
    assert slack.send(slack_side.view_submission("V2"), ago_s=301).status == 401
    assert rows(house) == 1


def test_a_body_that_was_changed_after_signing_is_refused(slack, house):
    good = signed(BODY)
    assert slack.post(BODY.replace(b"canary", b"yranac"), good).status == 401
    assert slack.post(BODY + b"&", good).status == 401
    assert rows(house) == 0


@pytest.mark.parametrize("timestamp", ["", "abc", "1e9", "-1", "+5", " 5", "٣", "0x5", "9" * 40])
def test_an_odd_timestamp_is_refused_though_its_signature_fits(slack, house, timestamp):
    raw = timestamp.encode("utf-8")
    signature = sign(SECRET, "0", BODY)
    assert slack.post(BODY, headers(raw, signature)).status == 401
    assert rows(house) == 0


def test_missing_headers_are_refused(slack, house):
    assert slack.post(BODY, {}).status == 401
    only_time = {"X-Slack-Request-Timestamp": str(int(time.time()))}
    assert slack.post(BODY, only_time).status == 401
    assert rows(house) == 0


@pytest.mark.parametrize("body", [b"ssl_check=1&token=x", b"", b"{}", b"payload={}"])
def test_an_unsigned_probe_is_refused(slack, body):
    assert slack.post(body, {}).status == 401


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"{",
        b"[1]",
        b"payload=[1]",
        b"payload=nonsense",
        b"payload=" + b"[" * 100_000,
        b"no-equals-sign",
        b"{" + b'"a":{' * 50_000,
    ],
)
def test_a_signed_body_that_makes_no_sense_is_refused_and_never_a_500(slack, body):
    assert slack.post(body, signed(body)).status == 401


@pytest.mark.parametrize(
    "change",
    [
        {"team": {"id": "T0OTHER"}},
        {"team": None, "user": {"id": "U1", "team_id": "T0OTHER"}},
        {"user": {"id": "U1", "team_id": "T0OTHER"}},
        {"enterprise": {"id": "E0OTHER"}},
        {"enterprise": "E0OTHER"},
        {"team": {"id": "T0HEARD", "enterprise_id": "E0OTHER"}},
        {"team_id": "T0OTHER"},
        {"team": None, "user": {"id": "U1"}, "view": {}},
        {"team": ["T0HEARD"]},
        {"team": 5},
    ],
)
def test_another_workspace_or_organisation_is_refused(slack, house, change):
    assert slack.send(slack_side.view_submission() | change).status == 403
    assert rows(house) == 0


def test_a_command_from_another_workspace_opens_nothing(slack, slack_api):
    assert slack.send(slack_side.command() | {"team_id": "T0OTHER"}).status == 403
    assert slack_api.sent("views.open") == []


def test_slacks_check_of_a_new_address_is_answered_when_signed(slack):
    body = json.dumps({"type": "url_verification", "challenge": "c-123"}).encode()
    reply = slack.post(body, signed(body))
    assert (reply.status, reply.body) == (200, {"challenge": "c-123"})
    assert slack.post(body, {}).status == 401


def test_a_larger_body_than_slack_ever_sends_is_refused_unread(slack):
    body = b"x" * (LARGEST_BODY + 1)
    assert slack.post(body, signed(body)).status == 413


@pytest.mark.parametrize("path", ["/", "/slack/events/", "/slack/install", "/slack/oauth_redirect"])
def test_there_is_one_address_and_no_other(slack, path):
    assert slack.post(BODY, signed(BODY), path=path).status == 404


def test_only_posts_are_taken(slack):
    line = http.client.HTTPConnection("127.0.0.1", slack.port, timeout=10)
    line.request("GET", "/slack/events")
    assert line.getresponse().status == 405
    line.close()


def test_nothing_of_a_forged_request_is_logged(slack, caplog):
    caplog.set_level(logging.DEBUG)
    slack.post(BODY, headers(str(int(time.time())), "v0=" + "0" * 64))
    slack.post(BODY, signed(BODY, str(int(time.time()) - 900)))
    assert CANARY not in caplog.text


def asked(door, timestamp, signature, length):
    """The status for headers that no HTTP client would let out."""
    told = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/slack/events",
        "CONTENT_LENGTH": length,
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": timestamp,
        "HTTP_X_SLACK_SIGNATURE": signature,
        "wsgi.input": BytesIO(BODY),
    }
    door(environ, lambda status, _headers: told.append(status))
    return int(told[0][:3])


ANY = st.text(st.characters(max_codepoint=255), max_size=80)
TIMES = st.one_of(ANY, st.sampled_from(["", "abc", "1e9", str(NOW), "-1"]), st.integers().map(str))
SIGNATURES = st.one_of(
    ANY,
    st.binary(min_size=32, max_size=32).map(lambda b: "v0=" + b.hex()),
    st.sampled_from(["v0=", "v0=" + "é" * 64, "v1=" + "0" * 64]),
)


@settings(
    max_examples=1000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(timestamp=TIMES, signature=SIGNATURES)
def test_a_thousand_odd_headers_are_all_refused(house, slack_settings, timestamp, signature):
    door = fuzzed_door(house, slack_settings)
    assert asked(door, timestamp, signature, str(len(BODY))) == 401
    assert rows(house) == 0


@pytest.mark.parametrize("length", ["", "abc", "-5", "1e3", "9" * 5000, "٣", "5 5"])
def test_an_odd_length_is_refused(house, slack_settings, length):
    door = HttpDoor(build_app(house, slack_settings), slack_settings)
    assert asked(door, "1", "v0=" + "0" * 64, length) in {401, 413}


DOORS: dict[int, HttpDoor] = {}


def fuzzed_door(house, slack_settings):
    """One door for all thousand: to build it is not what is tried."""
    if id(house) not in DOORS:
        DOORS.clear()
        DOORS[id(house)] = HttpDoor(build_app(house, slack_settings), slack_settings)
    return DOORS[id(house)]


def test_a_workspace_of_a_grid_is_ours_once_its_organisation_is_set(slack_settings):
    payload = slack_side.view_submission() | {"enterprise": {"id": "E0OURS"}}
    assert not is_ours(payload, slack_settings)
    assert is_ours(payload, replace(slack_settings, enterprise_id="E0OURS"))
    assert not is_ours(payload, replace(slack_settings, enterprise_id="E0OTHER"))

"""The app's description for Slack is what Slack takes, fits the code, and asks for little."""

import copy
import re
from typing import Any

import pytest

from bot.app import COMMAND, FROM_MESSAGE, SHORTCUT
from bot.home import LOG_VIEW
from bot.manifest import manifest
from tests.bot.manifest_rules import troubles

BOTH = [manifest(address="https://heard.example.org/"), manifest(socket_mode=True)]
NEVER = re.compile(r"history|read|users|files|admin|groups|mpim|channels")


@pytest.mark.parametrize("told", BOTH)
def test_it_asks_for_the_smallest_rights(told):
    scopes = told["oauth_config"]["scopes"]
    assert scopes == {"bot": ["chat:write", "commands", "im:write"]}
    assert not any(NEVER.search(scope) for scope in scopes["bot"])
    assert told["settings"]["event_subscriptions"]["bot_events"] == ["app_home_opened"]


@pytest.mark.parametrize("told", BOTH)
def test_it_is_what_slack_takes(told):
    assert troubles(told) == []


SPOILED = (
    ("display_information.name", "H" * 36),
    ("display_information.description", ""),
    ("display_information.long_description", "too short"),
    ("features.shortcuts.0.name", "A name of twenty-five let"),
    ("features.shortcuts.0.type", "everywhere"),
    ("features.shortcuts.0.description", None),
    ("features.slash_commands.0.command", "heard"),
    ("features.slash_commands.0.url", "heard.example.org"),
    ("features.slash_commands.0.hint", "unknown"),
    ("features.bot_user.display_name", None),
    ("features.app_home.home_tab_enabled", "yes"),
    ("oauth_config.scopes.bot", "commands"),
    ("settings.interactivity.is_enabled", None),
    ("settings.socket_mode", True),
    ("settings.event_subscriptions.request_url", "ftp://heard.example.org"),
)


@pytest.mark.parametrize(("place", "value"), SPOILED)
def test_what_slack_would_refuse_is_refused_here(place, value):
    told = copy.deepcopy(BOTH[0])
    spoiled: Any = told
    *way, last = place.split(".")
    for step in way:
        spoiled = spoiled[int(step) if isinstance(spoiled, list) else step]
    if value is None:
        del spoiled[last]
    else:
        spoiled[last] = value
    [trouble] = troubles(told)
    assert last in trouble


@pytest.mark.parametrize("told", BOTH)
def test_it_names_what_the_code_listens_to(told):
    known = {one["callback_id"]: one["type"] for one in told["features"]["shortcuts"]}
    assert known == {SHORTCUT: "global", FROM_MESSAGE: "message", LOG_VIEW: "message"}
    assert told["features"]["slash_commands"][0]["command"] == COMMAND
    assert told["features"]["app_home"]["home_tab_enabled"]


def test_http_mode_names_one_address_everywhere():
    told = BOTH[0]
    address = "https://heard.example.org/slack/events"
    assert told["features"]["slash_commands"][0]["url"] == address
    assert told["settings"]["event_subscriptions"]["request_url"] == address
    assert told["settings"]["interactivity"]["request_url"] == address
    assert not told["settings"]["socket_mode_enabled"]


def test_socket_mode_names_no_address():
    told = BOTH[1]
    assert "https" not in repr(told)
    assert told["settings"]["socket_mode_enabled"]
    assert told["settings"]["interactivity"] == {"is_enabled": True}

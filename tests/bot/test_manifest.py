"""The app's description for Slack fits the code, Slack's limits and the smallest rights.

Slack publishes a JSON schema of it, on no registry that a test could ask: both kinds were held to
versions 1 and 2 of it by hand on 24 November 2026 (github.com/slackapi/manifest-schema, c50cfa8).
"""

import re

import pytest

from bot.app import COMMAND, FROM_MESSAGE, SHORTCUT
from bot.home import LOG_VIEW
from bot.manifest import manifest

BOTH = [manifest(address="https://heard.example.org/"), manifest(socket_mode=True)]
NEVER = re.compile(r"history|read|users|files|admin|groups|mpim|channels")


@pytest.mark.parametrize("told", BOTH)
def test_it_asks_for_the_smallest_rights(told):
    scopes = told["oauth_config"]["scopes"]
    assert scopes == {"bot": ["chat:write", "commands", "im:write"]}
    assert not any(NEVER.search(scope) for scope in scopes["bot"])
    assert told["settings"]["event_subscriptions"]["bot_events"] == ["app_home_opened"]


@pytest.mark.parametrize("told", BOTH)
def test_it_stays_within_slacks_limits(told):
    shortcuts = told["features"]["shortcuts"]
    [command] = told["features"]["slash_commands"]
    shown = told["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    assert len(shortcuts) <= 10
    assert all(len(shortcut["name"]) <= 24 for shortcut in shortcuts)
    assert all(len(shortcut["description"]) <= 150 for shortcut in shortcuts)
    assert all(len(shortcut["callback_id"]) <= 255 for shortcut in shortcuts)
    assert len(command["command"]) <= 32
    assert len(command["description"]) <= 2000
    assert len(told["features"]["bot_user"]["display_name"]) <= 80


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

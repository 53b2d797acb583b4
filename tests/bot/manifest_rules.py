"""What Slack takes as an app manifest of version 1, as far as Heard could ever use it.

Written from Slack's reference of manifests and held against its own JSON schema
(github.com/slackapi/manifest-schema, c50cfa8, 25 November 2026): both gave the same verdict on both
kinds of ours and on each of the spoiled ones in test_manifest.py. It knows only what Heard says, so
that a key that is new fails until somebody looked up what Slack makes of it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]


def text(least: int, most: int, pattern: str = "") -> Rule:
    """A text of so many letters that begins as the pattern says."""

    def look(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, str) or not least <= len(value) <= most:
            yield f"{where}: a text of {least} to {most} letters"
        elif not re.match(pattern, value):
            yield f"{where}: {pattern}"

    return look


def flag(value: Any, where: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield f"{where}: true or false"


def exactly(*known: object) -> Rule:
    """One of these."""

    def look(value: Any, where: str) -> Iterator[str]:
        if value not in known or isinstance(value, bool):
            yield f"{where}: one of {known}"

    return look


def many(least: int, most: int, each: Rule) -> Rule:
    """A list of so many."""

    def look(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            yield f"{where}: a list of {least} to {most}"
        else:
            for one in value:
                yield from each(one, f"{where}[]")

    return look


def group(keys: Mapping[str, Rule], *, needs: str = "") -> Rule:
    """These keys and no others; those in `needs` have to be there."""

    def look(value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{where}: a group"
            return
        yield from (f"{where}.{key}: unknown" for key in value.keys() - keys.keys())
        yield from (f"{where}.{key}: missing" for key in set(needs.split()) - value.keys())
        for key in value.keys() & keys.keys():
            yield from keys[key](value[key], f"{where}.{key}")

    return look


ADDRESS, NAMES = text(0, 3500, "https?://"), many(0, 255, text(0, 50))
SHORTCUT = group(
    {
        "name": text(1, 24),
        "type": exactly("message", "global"),
        "callback_id": text(1, 255),
        "description": text(1, 150),
    },
    needs="name type callback_id description",
)
SLASH_COMMAND = group(
    {
        "command": text(2, 32, "/"),
        "url": text(0, 3000, "https?://"),
        "description": text(1, 2000),
        "usage_hint": text(1, 1000),
        "should_escape": flag,
    },
    needs="command description",
)
FEATURES = group(
    {
        "app_home": group(
            {
                "home_tab_enabled": flag,
                "messages_tab_enabled": flag,
                "messages_tab_read_only_enabled": flag,
            }
        ),
        "bot_user": group(
            {"display_name": text(1, 80), "always_online": flag}, needs="display_name"
        ),
        "shortcuts": many(1, 10, SHORTCUT),
        "slash_commands": many(1, 50, SLASH_COMMAND),
    }
)
SETTINGS = group(
    {
        "event_subscriptions": group(
            {"request_url": ADDRESS, "bot_events": many(0, 100, text(0, 50))}
        ),
        "interactivity": group({"is_enabled": flag, "request_url": ADDRESS}, needs="is_enabled"),
        "org_deploy_enabled": flag,
        "socket_mode_enabled": flag,
        "token_rotation_enabled": flag,
    }
)
MANIFEST = group(
    {
        "_metadata": group({"major_version": exactly(1)}),
        "display_information": group(
            {
                "name": text(1, 35),
                "description": text(1, 140),
                "background_color": text(4, 7, "#[0-9a-f]+$"),
                "long_description": text(175, 4000),
            },
            needs="name",
        ),
        "features": FEATURES,
        "oauth_config": group({"scopes": group({"bot": NAMES})}),
        "settings": SETTINGS,
    },
    needs="display_information",
)


def troubles(told: Any) -> list[str]:
    """What Slack would not take, each with its place."""
    return sorted(MANIFEST(told, ""))

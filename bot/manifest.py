"""Slack's description of this app, made from the code, so that the two cannot disagree."""

from typing import Any

from bot.app import COMMAND, FROM_MESSAGE, SHORTCUT
from bot.home import LOG_VIEW
from bot.http import PATH

SCOPES = ("chat:write", "commands", "im:write")
SHORTCUTS = (
    (SHORTCUT, "global", "Raise a concern", "Open the form for a practice concern or good news."),
    (FROM_MESSAGE, "message", "Raise as a concern", "Open the form with this message's words."),
    (LOG_VIEW, "message", "A young person's view", "Their words, apart from what you saw."),
)
EVENTS = ("app_home_opened",)


def manifest(*, address: str = "", socket_mode: bool = False) -> dict[str, Any]:
    """The app manifest, to be pasted into Slack.

    Args:
        address: our public https address without a path; needed in HTTP mode only.
    """
    url = {} if socket_mode else {"request_url": address.rstrip("/") + PATH}
    return {
        "_metadata": {"major_version": 1},
        "display_information": {
            "name": "Heard",
            "description": "Raise a practice concern or good news, and get an answer.",
            "background_color": "#1d4f5f",
        },
        "features": _features({"url": url["request_url"]} if url else {}),
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**url, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": False,
        },
    }


def _features(url: dict[str, str]) -> dict[str, Any]:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": True,
        },
        "bot_user": {"display_name": "Heard", "always_online": False},
        "shortcuts": [
            {"name": name, "type": kind, "callback_id": callback, "description": what}
            for callback, kind, name, what in SHORTCUTS
        ],
        "slash_commands": [
            {
                "command": COMMAND,
                **url,
                "description": "Open the form. Type nothing after the command.",
                "should_escape": False,
            }
        ],
    }

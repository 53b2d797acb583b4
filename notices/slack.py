"""Sends notices to a Slack channel."""

import logging
import re
from dataclasses import dataclass, field
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from core.facts import Notice
from core.ports import CouldNotSend
from core.presses import LONGEST_TEXT, LONGEST_VALUE, Press

PATIENCE_S = 5
LONGEST_HEADER = 150
LONGEST_SECTION = 3000
CODE = re.compile(r"[a-z_]{1,60}")

_silent = logging.getLogger("heard.notices.slack_sdk")
_silent.addHandler(logging.NullHandler())
_silent.propagate = False  # slack_sdk logs whole bodies and answers
_silent.setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SlackSender:
    """One message to the channel of one audience.

    Args:
        channel: where it goes; empty where each notice says to whom, as "team/user".
        api_url: Slack's Web API, with its closing slash.
    """

    token: str = field(repr=False)
    channel: str
    api_url: str
    name: str = "slack"

    def send(self, notice: Notice) -> None:
        """Post the message, or raise CouldNotSend, with Slack's own wait where it names one."""
        client = WebClient(
            token=self.token,
            base_url=self.api_url,
            timeout=PATIENCE_S,
            logger=_silent,
            retry_handlers=[],  # the outbox tries again, not this room
        )
        try:
            channel = self.channel or _place(client, notice.to)
            client.chat_postMessage(channel=channel, **_message(notice))
        except SlackApiError as error:
            raise _refused(error) from None
        except Exception as error:  # noqa: BLE001 - one bad notice must not hold up the others
            raise CouldNotSend(f"slack: {type(error).__name__}") from None


def _place(client: WebClient, to: str) -> str:
    """The channel that a notice names, or the private line to whom it names as "team/user"."""
    if "/" not in to:
        return to
    opened = client.conversations_open(users=to.rpartition("/")[2])
    return str(opened["channel"]["id"])


def _message(notice: Notice) -> dict[str, Any]:
    subject, body = _plain(notice.subject), _plain(notice.body)
    blocks = [_header(notice.subject), _section(body)]
    if notice.presses:
        blocks.append({"type": "actions", "elements": [_button(one) for one in notice.presses]})
    return {
        "text": f"{subject}\n{body}",
        "blocks": blocks,
        "unfurl_links": False,
        "unfurl_media": False,
        "link_names": False,
    }


def _plain(text: str) -> str:
    """The text with Slack's three special characters taken as letters: it can ping nobody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _header(subject: str) -> dict[str, object]:
    line = " ".join(subject.split())[:LONGEST_HEADER]
    return {"type": "header", "text": {"type": "plain_text", "text": line, "emoji": False}}


def _section(body: str) -> dict[str, object]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": body[:LONGEST_SECTION]}}


def _button(press: Press) -> dict[str, object]:
    text = press.text[:LONGEST_TEXT]
    value = {"value": press.value[:LONGEST_VALUE]} if press.value else {}
    return {
        **value,
        "type": "button",
        "action_id": press.action,
        "text": {"type": "plain_text", "text": text, "emoji": False},
    }


def _refused(error: SlackApiError) -> CouldNotSend:
    status = getattr(error.response, "status_code", 0)
    said = error.response.get("error") if hasattr(error.response, "get") else None
    if status == 429:
        return CouldNotSend("slack: asked us to wait", _wait(error.response.headers))
    if isinstance(said, str) and CODE.fullmatch(said):
        return CouldNotSend(f"slack: {said}")
    return CouldNotSend(f"slack: answered {status}")


def _wait(headers: dict[str, str]) -> float | None:
    named = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
    return float(named) if str(named).isdecimal() else None

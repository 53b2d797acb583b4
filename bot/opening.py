"""Opens our windows and pages in Slack, and says so where Slack cannot."""

import logging
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

LOG = logging.getLogger(__name__)
NO_FORM = "Slack could not open the form just now. Nothing was sent. Please try again."


def open_modal(
    ack: Ack, body: dict[str, Any], client: WebClient, view: dict[str, Any]
) -> BoltResponse:
    """Open the window before answering. Where Slack cannot, say so in the command's answer."""
    try:
        client.views_open(trigger_id=body["trigger_id"], view=view)
    except (SlackClientError, OSError) as error:
        LOG.warning("The form did not open: %s", type(error).__name__)
        return ack(NO_FORM if "command" in body else "")
    return ack()


def replace_modal(client: WebClient, view_id: str, view: dict[str, Any]) -> None:
    """Put another view in a window that is open."""
    try:
        client.views_update(view_id=view_id, view=view)
    except (SlackClientError, OSError) as error:
        LOG.warning("The window did not change: %s", type(error).__name__)


def publish(client: WebClient, user_id: str, view: dict[str, Any]) -> None:
    """Put the page on somebody's Home tab."""
    try:
        client.views_publish(user_id=user_id, view=view)
    except (SlackClientError, OSError) as error:
        LOG.warning("The Home tab did not show: %s", type(error).__name__)

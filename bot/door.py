"""The sill that both modes cross: one workspace, no typed text, one handler for surprises."""

import logging
from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot.officers import verb_of
from bot.workspace import SlackSettings, is_ours

LOG = logging.getLogger(__name__)
SOMETHING, LONGEST = "something", 200


class Door:
    """Takes payloads whose sender is proven (a signature, or our own socket) to the listeners."""

    def __init__(self, app: App, slack: SlackSettings) -> None:
        self._app = app
        self._slack = slack

    def take(self, payload: Mapping[str, Any]) -> BoltResponse:
        """The answer for Slack: 403 for another workspace, 500 and no detail for a surprise."""
        try:
            if not is_ours(payload, self._slack):
                return BoltResponse(status=403, body="")
            # Bolt's word for "the sender is already proven"; any other mode it verifies itself.
            request = BoltRequest(mode="socket_mode", body=_without_typed_text(payload))
            return self._app.dispatch(request)
        except Exception as error:  # noqa: BLE001 - the single handler of this door
            LOG.error("A Slack request failed: %s", type(error).__name__)
            return BoltResponse(status=500, body="")


def _without_typed_text(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The payload with what was typed after a command dropped; only that it was is kept.

    What begins with a word for officers goes on to it, is read once and is kept nowhere.
    """
    kept = dict(payload)
    if "command" in kept:
        text = str(kept.get("text") or "")
        kept["text"] = text[:LONGEST] if verb_of(text) else SOMETHING if text.strip() else ""
    return kept

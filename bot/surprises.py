"""What the door says when a listener fails, and to presses that need no answer."""

import logging
from typing import Any

from slack_bolt import Ack, BoltResponse

from bot.fields import WORDS
from core.errors import NotSaved

LOG = logging.getLogger(__name__)


def follow_link(ack: Ack) -> BoltResponse:
    """Nothing but thanks: Slack opens the address by itself and tells us."""
    return ack()


def explain_surprise(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """The answer when a listener fails in a way nobody foresaw; only the error's type is logged.

    A form stays open with what was typed in it, and says so beside its first question in words.
    """
    LOG.error("A Slack listener failed: %s", type(error).__name__)
    if body.get("type") != "view_submission":
        return BoltResponse(status=500, body="")
    place = _first_question(body.get("view"))
    answer = {"response_action": "errors", "errors": {place: str(NotSaved())}}
    return BoltResponse(status=200, body=answer)


def _first_question(view: object) -> str:
    """The block to hang the reason on: Slack drops an answer that names none of the form's."""
    blocks = view.get("blocks") if isinstance(view, dict) else None
    asked = [b for b in blocks or () if isinstance(b, dict) and b.get("type") == "input"]
    typed = [b for b in asked if (b.get("element") or {}).get("type") == "plain_text_input"]
    return next((str(b["block_id"]) for b in (*typed, *asked) if "block_id" in b), WORDS)

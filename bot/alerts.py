"""The button under an alert: whoever presses it has it, and everybody in the channel sees who."""

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.blocks import say
from bot.haste import Hands
from core.errors import HeardError, NotFound
from services import alerts
from services.house import House

OURS = ("header", "section", "actions")
GONE = "This alert is not there any more. Sign in to see what waits."
AGAIN = "Not saved. Please press the button again, or sign in."


class Alerts:
    """Listens for the button under alerts in the duty channel."""

    def __init__(self, house: House, hands: Hands) -> None:
        self._house = house
        self._hands = hands

    def take_up(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Keep who has it, then answer; from then on the message says so in the button's place."""
        pressed, who = body["actions"][0].get("value") or "", body["user"].get("name") or ""
        told, over = self._told(pressed, who or "somebody")
        ack()
        place = body["container"]
        client.chat_update(
            channel=place["channel_id"],
            ts=place["message_ts"],
            text=told,
            blocks=[*_kept(body.get("message") or {}, over), say(told).to_dict()],
        )

    def _told(self, alert_id: str, name: str) -> tuple[str, bool]:
        """What to say, and whether the button has done its work."""
        try:
            taken = self._hands.do(lambda: alerts.acknowledge(self._house, alert_id, name))
        except NotFound:
            return GONE, True
        except HeardError:
            return AGAIN, False
        return f"{taken.by} {'has this' if taken.just_now else 'had this already'}.", True


def _kept(message: dict[str, Any], over: bool) -> list[dict[str, Any]]:
    """The alert's own blocks, without the button once somebody has it."""
    kept = [part for part in message.get("blocks", ())[:3] if part.get("type") in OURS]
    return [part for part in kept if not (over and part["type"] == "actions")]

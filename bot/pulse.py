"""The buttons of the pulse, and what the teams said last, for the Home tab."""

import logging
import re
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from slack_sdk.models.blocks import Block

from bot import submission
from bot.blocks import heading, say
from bot.haste import Hands
from core.errors import HeardError, NotSaved
from core.presses import PULSE
from services import soundings
from services.house import House

LOG = logging.getLogger(__name__)
BUTTONS = re.compile(rf"{PULSE}\.[0-9]")
AGAIN = "Not counted. Please press the button again."


class Pulse:
    """Counts an answer once, and tells whoever pressed, and nobody else."""

    def __init__(self, house: House, hands: Hands) -> None:
        self._house = house
        self._hands = hands

    def answer(self, ack: Ack, body: dict[str, Any], client: WebClient) -> BoltResponse:
        """Store, then answer; the word of thanks goes after it, to them alone."""
        pressed, person = str(body["actions"][0].get("value")), submission.writer_of(body)
        try:
            told = self._hands.do(lambda: soundings.answer(self._house, person, pressed))
        except NotSaved:
            told = AGAIN
        except HeardError as problem:
            told = str(problem)
        place, user = (body.get("container") or {}).get("channel_id"), body["user"]["id"]
        self._hands.later(lambda: _whisper(client, str(place), user, told))
        return ack()


def last_sounding(house: House) -> list[Block]:
    """What the teams said last; nothing where nothing was asked yet."""
    found = soundings.last(house)
    return [] if found is None else [heading("What teams said"), say(f"{found[0]}\n{found[1]}")]


def _whisper(client: WebClient, channel: str, user: str, text: str) -> None:
    """Say it to one person, in the channel where they pressed."""
    try:
        client.chat_postEphemeral(channel=channel, user=user, text=text)
    except (SlackClientError, OSError) as error:
        LOG.warning("A word of thanks was not said: %s", type(error).__name__)

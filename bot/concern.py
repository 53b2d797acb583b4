"""What happens when a person opens, sends or meets the form. Store first, then acknowledge."""

import logging
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as OutOfTime
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.home import home_tab
from bot.modal import WORDS, concern_modal
from bot.receipt import receipt_modal
from bot.submission import read_submission
from bot.workspace import SlackSettings
from core.errors import HeardError, NotSaved
from core.facts import Acknowledgement, Submission
from services import intake
from services.house import House

LOG = logging.getLogger(__name__)
PATIENCE_S = 2.5
HANDS = 64
NO_FORM = "Slack could not open the form just now. Nothing was sent. Please try again."


class Listeners:
    """The verbs of this door. Each answers Slack within three seconds."""

    def __init__(self, house: House, slack: SlackSettings) -> None:
        self._house = house
        self._slack = slack
        self._hands = ThreadPoolExecutor(max_workers=HANDS, thread_name_prefix="intake")

    def open_form(self, ack: Ack, body: dict[str, Any], client: WebClient) -> BoltResponse:
        """Open the form at once. Where Slack cannot, say so in the answer to the command."""
        typed = bool(body.get("command") and body.get("text"))
        council, themes = self._house.council, self._house.themes()
        view = concern_modal(council, self._slack, themes, typed_in_command=typed)
        try:
            client.views_open(trigger_id=body["trigger_id"], view=view)
        except (SlackClientError, OSError) as error:
            LOG.warning("The form did not open: %s", type(error).__name__)
            return ack(NO_FORM if "command" in body else "")
        return ack()

    def take_concern(self, ack: Ack, body: dict[str, Any]) -> BoltResponse:
        """Store it, then show the receipt; or say why not, beside the words still there."""
        try:
            stored = self._store(read_submission(body, self._house.themes()))
        except HeardError as problem:
            return ack(response_action="errors", errors={WORDS: str(problem)})
        view = receipt_modal(self._house.council, self._slack, stored)
        return ack(response_action="update", view=view)

    def show_home(self, event: dict[str, Any], client: WebClient) -> None:
        """Put the page on the Home tab of whoever opened it."""
        if event.get("tab") == "home":
            try:
                client.views_publish(
                    user_id=event["user"], view=home_tab(self._house.council, self._slack)
                )
            except (SlackClientError, OSError) as error:
                LOG.warning("The Home tab did not show: %s", type(error).__name__)

    def _store(self, submission: Submission) -> Acknowledgement:
        """What intake says, or NotSaved when it has not answered in time.

        Rationale: Slack waits three seconds. Should the words be stored after all, pressing Send
        again is the same send (the view id) and shows the first receipt.
        """
        started = self._hands.submit(intake.receive, self._house, submission)
        try:
            return started.result(timeout=PATIENCE_S)
        except OutOfTime:
            started.cancel()
            raise NotSaved from None


def follow_link(ack: Ack) -> BoltResponse:
    """Nothing but thanks: Slack opens the address by itself and tells us."""
    return ack()


def explain_surprise(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """The answer when a listener fails in a way nobody foresaw; only the error's type is logged."""
    LOG.error("A Slack listener failed: %s", type(error).__name__)
    if body.get("type") != "view_submission":
        return BoltResponse(status=500, body="")
    answer = {"response_action": "errors", "errors": {WORDS: str(NotSaved())}}
    return BoltResponse(status=200, body=answer)

"""What officers can do in Slack: link their account, and ask for one theme's numbers."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient

from bot import submission
from bot.blocks import ask_words, modal, say
from bot.fields import LINK, LINK_CODE
from bot.haste import Hands
from bot.opening import open_modal
from bot.story import plain_modal
from core.errors import HeardError
from services import glance, linking
from services.house import House

SUMMARY, LINK_VERB = "summary", "link"
VERBS = (SUMMARY, LINK_VERB)
LINKED = (
    "Your Slack is linked. You can ask /heard summary with a theme and a period, and Heard tells "
    "you each working day how much waits. Unlink it at the desk when you like."
)
View = dict[str, Any]
Opens = Callable[[Ack, View, WebClient], BoltResponse]


def verb_of(text: str) -> str:
    """The first word after the command, where it is one for officers; else nothing."""
    first = text.strip().partition(" ")[0].casefold()
    return first if first in VERBS else ""


class Officers:
    """The verbs of officers in Slack. Each asks anew who presses."""

    def __init__(self, house: House, hands: Hands, open_form: Opens) -> None:
        self._house = house
        self._hands = hands
        self._open_form = open_form

    def after_command(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Do what an officer asked; for everybody else, and for any other word, open the form."""
        verb = verb_of(body.get("text") or "")
        if verb == SUMMARY:
            return self.summarise(ack, body)
        return (self.ask_code if verb else self._open_form)(ack, body, client)

    def ask_code(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Ask for the code that the desk shows."""
        return open_modal(ack, body, client, link_modal())

    def link(self, ack: Ack, body: View) -> BoltResponse:
        """Link whoever brings the code."""
        typed, person = submission.answers(body["view"]), submission.writer_of(body)
        code = typed.get(LINK_CODE, "")
        try:
            self._hands.do(lambda: linking.link(self._house, person, code))
        except HeardError as problem:
            return ack(response_action="errors", errors={LINK_CODE: str(problem)})
        return ack(response_action="update", view=plain_modal("Linked", LINKED))

    def summarise(self, ack: Ack, body: View) -> BoltResponse:
        """Answer privately with one theme's numbers, or why not."""
        person = f"{body['team_id']}/{body['user_id']}"
        asked = str(body["text"]).strip().partition(" ")[2]
        try:
            told = str(self._hands.do(lambda: glance.glance(self._house, person, asked)))
        except HeardError as problem:
            told = str(problem)
        block = say(told[:2900]).to_dict()
        return ack(text=escaped(told), blocks=[block], response_type="ephemeral")


def link_modal() -> View:
    """Where an officer types the code."""
    blocks = [
        say("Sign in at the desk, press your post at the top, and ask for a code."),
        ask_words(LINK_CODE, "The nine figures", lines=False),
    ]
    return modal(LINK, "Link your account", blocks, submit="Link", close="Cancel")


def escaped(text: str) -> str:
    """The text for a place where Slack would read marks: it can ping and link nobody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

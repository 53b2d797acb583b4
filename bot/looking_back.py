"""What happens when somebody looks back, says more, or takes their words back."""

from collections.abc import Callable
from typing import Any, TypeVar

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient
from slack_sdk.models.blocks import Block

from bot import submission
from bot.fields import CODE, MORE
from bot.haste import Hands
from bot.home import changed_blocks, home_tab
from bot.memory import Memory
from bot.opening import open_modal, publish, replace_modal
from bot.pulse import last_sounding
from bot.story import code_modal, plain_modal, story_modal
from bot.workspace import SlackSettings
from core.errors import HeardError, NotSaved
from core.mine import Mine
from core.stories import Story
from services import changes, guesses, lookback, withdrawing, writers
from services.house import House

View = dict[str, Any]
Read = TypeVar("Read")
Page = tuple[tuple[Mine, ...] | None, list[Block]]
UNREAD: Page = (None, [])
TITLE = "What came of it"
MORE_KEPT = "Thank you. We have added it, and somebody reads it."
GONE = "It is taken back. Nobody at Heard can read it any more."
NOT_NOW = "That did not work. It is still here. Please press again in a few minutes."
CANNOT = "We cannot open it just now. Please try again in a minute."


class LookingBack:
    """By a code for whoever has one, and by who presses for those who gave their name."""

    def __init__(self, house: House, slack: SlackSettings, hands: Hands) -> None:
        self._house = house
        self._slack = slack
        self._hands = hands

    def show_home(self, event: View, client: WebClient) -> None:
        """Put the page on the Home tab of whoever opened it, with what is theirs."""
        if event.get("tab") != "home":
            return
        writer = f"{self._slack.team_id}/{event['user']}"
        theirs, more = self._hands.ask(lambda: self._read(writer), UNREAD)
        publish(client, event["user"], home_tab(self._house.council, self._slack, theirs, more))

    def _read(self, writer: str) -> Page:
        """What this person sent, and what comes before it on their page."""
        try:
            theirs = writers.mine(self._house, writer)
            themes = [key for one in theirs for key in one.themes]
            changed = changes.of_themes(self._house, themes)
            return theirs, [*last_sounding(self._house), *changed_blocks(changed)]
        except HeardError:
            return UNREAD

    def ask_code(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Ask for the code."""
        return open_modal(ack, body, client, code_modal(self._slack))

    def open_with_code(self, ack: Ack, body: View) -> BoltResponse:
        """From the code to its story; or why not, beside the code."""
        code = submission.answers(body["view"]).get(CODE, "")
        try:
            story = self._hands.do(lambda: self._by_code(code, submission.writer_of(body)))
        except HeardError as problem:
            return ack(response_action="errors", errors={CODE: str(problem)})
        return ack(response_action="update", view=story_modal(story, Memory(code=code)))

    def open_own(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Open something of whoever presses; somebody else's is not there."""
        memory = Memory(mine=str(body["actions"][0].get("value") or ""))
        story = self._hands.ask(lambda: _or_none(lambda: self._story(body, memory)), None)
        shown = story_modal(story, memory) if story else plain_modal(TITLE, CANNOT)
        return open_modal(ack, body, client, shown)

    def say_more(self, ack: Ack, body: View) -> BoltResponse:
        """Store the message, then show it under the others."""
        view, memory = body["view"], Memory.of(body["view"])
        box, words = submission.typed_in(view, MORE)
        once = submission.once_key(view)
        try:
            story = self._hands.do(lambda: self._said(body, memory, words, once))
        except HeardError as problem:
            return ack(response_action="errors", errors={box: str(problem)})
        shown = story_modal(story, memory, MORE_KEPT, box=f"{MORE}.{len(story.messages)}")
        return ack(response_action="update", view=shown)

    def take_back(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Take it back by its code; the window says what came of it."""
        self._hands.later(lambda: self._taken_back(client, body["view"]))
        return ack()

    def _by_code(self, code: str, whose: str) -> Story:
        guesses.try_code(self._house, code, writers.crowd_of(self._house, whose))
        return lookback.open_story(self._house, code)

    def _story(self, body: View, memory: Memory) -> Story:
        if memory.code:
            return lookback.open_story(self._house, memory.code)
        return writers.open_mine(self._house, submission.writer_of(body), memory.mine)

    def _said(self, body: View, memory: Memory, words: str, once: str) -> Story:
        if memory.code:
            lookback.say_more(self._house, memory.code, words, once)
        else:
            whose = submission.writer_of(body)
            writers.say_more(self._house, whose, memory.mine, words, once)
        return self._story(body, memory)

    def _taken_back(self, client: WebClient, view: View) -> None:
        try:
            withdrawing.withdraw(self._house, Memory.of(view).code)
            shown = plain_modal("Taken back", GONE)
        except NotSaved:
            shown = plain_modal("Not yet", NOT_NOW)
        except HeardError as why:
            shown = plain_modal("Not yet", str(why), self._house.council)
        replace_modal(client, str(view["id"]), shown)


def _or_none(read: Callable[[], Read]) -> Read | None:
    """What is read, or None where it is not there or cannot be read now."""
    try:
        return read()
    except HeardError:
        return None

"""A practitioner's concern, step by step. Nothing is kept before Send; then store, then answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient

from bot import submission
from bot.check import check_modal
from bot.fields import KIND, RISK, TYPED, WORDS, YES
from bot.haste import Hands
from bot.memory import Memory
from bot.modal import alert_modal, first_modal, say_modal
from bot.opening import open_modal
from bot.receipt import receipt_modal
from bot.workspace import SlackSettings
from core.errors import HeardError, NothingSaid
from core.slips import LookedOver
from core.themes import SHIPPED, ThemeList
from services import intake, slips
from services.house import House

MOST_ROUNDS = 3
View = dict[str, Any]


class Concerns:
    """The steps of one concern. Each answers Slack within three seconds."""

    def __init__(self, house: House, slack: SlackSettings, hands: Hands) -> None:
        self._house = house
        self._slack = slack
        self._hands = hands

    def open_form(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Open the first step at once."""
        typed = bool(body.get("command") and body.get("text"))
        view = first_modal(self._house.council, self._slack, typed_in_command=typed)
        return open_modal(ack, body, client, view)

    def go_on(self, ack: Ack, view: View) -> BoltResponse:
        """From the first step to who to ring, or to the questions."""
        said = submission.answers(view)
        memory = Memory(risk=said.get(RISK, ""), kind=said.get(KIND, ""))
        return ack(response_action="update", view=self._next(memory, said))

    def look_over(self, ack: Ack, view: View) -> BoltResponse:
        """From the questions to the look before sending; nothing is kept yet."""
        said, memory = submission.answers(view), Memory.of(view)
        if YES in (memory.risk, said.get(RISK)):
            memory = replace(memory, risk=YES)
            return ack(response_action="update", view=self._next(memory, said))
        if not said.get(WORDS, "").strip():
            return ack(response_action="errors", errors={WORDS: str(NothingSaid())})
        memory = replace(memory, kind=said.get(KIND) or memory.kind, rounds=1)
        looked = self._hands.ask(lambda: self._looked(said), LookedOver((), read=False))
        shown = check_modal(self._slack, memory, said, looked, self._themes())
        return ack(response_action="update", view=shown)

    def take_concern(self, ack: Ack, body: View) -> BoltResponse:
        """Store it, then show the receipt; or say why not, beside the words still there."""
        return self._answer(ack, lambda: self._again(body["view"]) or self._stored(body))

    def take_alert(self, ack: Ack, body: View) -> BoltResponse:
        """The same, without another look: an alert waits for nothing."""
        return self._answer(ack, lambda: self._stored(body))

    def _answer(self, ack: Ack, take: Callable[[], View]) -> BoltResponse:
        try:
            return ack(response_action="update", view=self._hands.do(take))
        except HeardError as problem:
            return ack(response_action="errors", errors={WORDS: str(problem)})

    def _stored(self, body: View) -> View:
        stored = intake.receive(self._house, submission.read_submission(body, self._house.themes()))
        return receipt_modal(self._house.council, self._slack, stored)

    def _next(self, memory: Memory, said: Mapping[str, str]) -> View:
        if memory.risk == YES:
            return alert_modal(self._house.council, self._slack, memory, said)
        return say_modal(self._house.council, memory, said, self._themes())

    def _themes(self) -> ThemeList:
        return self._hands.ask(self._house.themes, SHIPPED)

    def _looked(self, said: Mapping[str, str]) -> LookedOver:
        return slips.look_over(self._house, [said.get(name, "") for name in TYPED])

    def _again(self, view: View) -> View | None:
        """The look once more, where the words now hold a detail that it did not show."""
        memory, said = Memory.of(view), submission.answers(view)
        looked, seen = self._looked(said), submission.shown(view)
        fresh = [one for one in looked.slips if one.text not in seen]
        if not fresh or not 0 < memory.rounds < MOST_ROUNDS:
            return None
        ticks = [one.value for one in submission.ticked(view)]
        ticks += [one.value for one in fresh if one.likely]
        memory = replace(memory, rounds=memory.rounds + 1)
        return check_modal(self._slack, memory, said, looked, self._house.themes(), ticks)

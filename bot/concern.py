"""A practitioner's concern, step by step. Nothing is kept before Send; then store, then answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient

from bot import submission
from bot.check import check_modal
from bot.fields import AREA, KIND, RISK, SAMPLE, TYPED, WORDS, YES
from bot.haste import Hands
from bot.markup import unmarked
from bot.memory import Memory
from bot.modal import alert_modal, first_modal, from_message, say_modal
from bot.opening import open_modal
from bot.receipt import receipt_modal
from bot.workspace import SlackSettings
from bot.young import read_young, young_modal
from core.errors import HeardError, NothingSaid
from core.facts import Submission
from core.slips import LookedOver
from core.themes import SHIPPED, ThemeList
from services import intake, slips
from services.house import House
from services.others import raised_too

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

    def open_from_message(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Open the questions with the message's words in them; its writer stays out."""
        typed = unmarked(str(body["message"].get("text") or ""))
        return open_modal(
            ack, body, client, from_message(self._house.council, self._themes(), typed)
        )

    def open_young(self, ack: Ack, body: View, client: WebClient) -> BoltResponse:
        """Open the form for a young person's view, with a message's words or empty."""
        typed = unmarked(str((body.get("message") or {}).get("text") or ""))
        notes = (SAMPLE,) if self._house.council.is_sample else ()
        view = young_modal(self._house.council, self._themes(), typed, notes)
        return open_modal(ack, body, client, view)

    def take_young(self, ack: Ack, body: View) -> BoltResponse:
        """Store a young person's view, then show the code that is theirs."""
        return self._answer(ack, lambda: self._kept(read_young(body, self._house.themes())))

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
        return ack(response_action="update", view=self._check(memory, said))

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
        return self._kept(submission.read_submission(body, self._house.themes()))

    def _kept(self, said: Submission) -> View:
        stored = intake.receive(self._house, said)
        named = bool(said.writer)
        return receipt_modal(self._house.council, self._slack, stored, said.voice, named=named)

    def _next(self, memory: Memory, said: Mapping[str, str]) -> View:
        if memory.risk == YES:
            return alert_modal(self._house.council, memory, said)
        return say_modal(self._house.council, memory, said, self._themes())

    def _check(self, memory: Memory, said: Mapping[str, str]) -> View:
        looked = self._hands.begin(lambda: self._looked(said), LookedOver((), read=False))
        others = self._hands.begin(lambda: raised_too(self._house, said.get(AREA)), None)
        themes, told = self._themes(), str(others.told() or "")
        return check_modal(self._slack, memory, said, looked.told(), themes, others=told)

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

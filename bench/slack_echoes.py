"""D8: nothing that somebody wrote is ever said by Heard in a message; it can be taken back."""

from collections import Counter
from typing import Any

from bench.figures import Proof
from bench.slack_door import SlackDoor, receipt_in, slack_door
from core.facts import Role
from services import accounts, answers, outbox
from services.house import WRITER, House
from tests.bot import slack_side
from tests.bot.slack_side import Reply, filled
from tests.conftest import PlainTagger

CANARY = "zqechozq"
PINGS = ("<!channel>", "<!here>", "<@U0BOT>", "<https://x.test|click>")
SAID = f"Visits are missed because nobody covers leave, {CANARY}. {' '.join(PINGS)} please"
TYPED = ("words", "team", "impact", "tried", "helps")
HONEST = ("owners of a Slack may export messages", "more private")
OPENNESS = ("named", "confidential", "unnamed")


def d8(engine: str) -> Proof:
    """Each way to send, answered, looked back at and taken back; then every message is read."""
    with slack_door(engine) as door:
        told = "\n".join(_walk(door))
        codes = [receipt_in(_send(door, who)) or "" for who in OPENNESS]
        answered = _answer_all(door)
        back = sum(_take_back(door, code) for code in codes)
        left = door.views()
        calls = Counter(call.method for call in door.api.calls)
        said = [call.body for call in door.api.calls if call.method.startswith("chat.")]
    echoes = sum(CANARY in repr(one) for one in said)
    pings = sum(any(ping in repr(one) for ping in PINGS) for one in said)
    wording = sum(part in told for part in HONEST)
    return Proof(
        "D8",
        f"{len(codes)} concerns full of pings, answered, looked back at and taken back, {engine}",
        f"{echoes} echoes and {pings} pings in {len(said)} messages ({sum(calls.values())} calls); "
        f"{wording} of {len(HONEST)} honest sentences on the form; {answered} told of an answer "
        f"(only those with a name); {back} of {len(codes)} taken back in Slack, {left} left",
        "0 echoes, 0 pings, wording present, 2 told, 3 taken back, 0 left",
        not echoes + pings + left
        and wording == len(HONEST)
        and answered == len(OPENNESS) - 1
        and back == len(codes),
    )


def _walk(door: SlackDoor) -> list[str]:
    """Every text on the way through the form."""
    door.slack.send(slack_side.command(SAID))
    first = door.api.wait_for("views.open")[0].body["view"]
    second = door.slack.send(filled(first, risk="no", kind="concern")).body["view"]
    third = door.slack.send(filled(second, area="not_sure", words=SAID)).body["view"]
    return [text for view in (first, second, third) for text in slack_side.texts(view)]


def _send(door: SlackDoor, who: str) -> Reply:
    said = dict.fromkeys(TYPED, SAID)
    return door.slack.send(slack_side.view_submission(f"V0{who}", who=who, **said))


def _answer_all(door: SlackDoor) -> int:
    """An officer answers everybody; how many private messages went out."""
    store = door.books()
    house = _house(door, store)
    accounts.add_officer(
        house, email="d8@council.example", name="D", post="Lead", password="a long password",
        roles={Role.REVIEWER},
    )  # fmt: skip
    with store.reading() as books:
        [officer] = [who for who, _, _ in books.officers.all()]
        views = books.views.waiting()
    for view in views:
        answers.reply(house, officer, view.id, f"Thank you. {CANARY}")
    sent = outbox.deliver_due(house, {"writer/slack": door.sender()})
    store.close()
    return sent


def _house(door: SlackDoor, store: Any) -> House:
    return House(
        store=store,
        tagger=PlainTagger(),
        council=door.council(),
        channels={WRITER: ("writer/slack",)},
    )


def _take_back(door: SlackDoor, code: str) -> bool:
    """Look back by the code in Slack and press "Take it all back"; whether it is gone."""
    door.slack.send(slack_side.button("look_back"))
    asked = door.api.sent("views.open")[-1].body["view"]
    story = door.slack.send(filled(asked, code=code)).body["view"]
    before = len(door.api.sent("views.update"))
    door.slack.send(slack_side.button("take_back") | {"view": story | {"id": "V0BACK"}})
    shown = door.api.wait_for("views.update", before + 1)[-1].body["view"]
    return "It is taken back" in "".join(slack_side.texts(shown))

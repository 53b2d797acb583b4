"""The last step in Slack: what may point to a child, who else raised it, and how to send."""

from collections.abc import Iterable
from typing import Any

from slack_sdk.models.blocks import Block

from bot import openness
from bot.blocks import ask_many, heading, modal, say
from bot.blocks import short as cut
from bot.fields import CONCERN, QUOTE, REPLACE, WHO
from bot.memory import Memory
from bot.modal import Answers, questions
from bot.workspace import SlackSettings
from core.facts import Kind
from core.slips import LookedOver, Slip
from core.themes import SHIPPED, ThemeList

BOXES, MOST_BOXES = 10, 3


def check_modal(
    slack: SlackSettings,
    memory: Memory,
    typed: Answers,
    looked: LookedOver,
    themes: ThemeList = SHIPPED,
    ticked: Iterable[str] | None = None,
    others: str = "",
) -> dict[str, Any]:
    """The last step: what may point to a child, who else raised it, and how to send.

    The words stand in their boxes again, so that they can be mended, and so that Heard need not
    keep them between two steps.
    """
    blocks = [
        *_seen(looked, memory.rounds, ticked),
        *([say(others)] if others else []),
        *questions(typed, themes, good=memory.kind == Kind.GOOD_NEWS),
        *openness.ask_who(slack, typed.get(WHO, "")),
        openness.ask_quote(typed.get(QUOTE, "")),
    ]
    return modal(
        CONCERN,
        "Check, then send",
        blocks,
        submit="Send",
        close="Cancel",
        remembers=memory.written(),
    )


def _seen(looked: LookedOver, rounds: int, ticked: Iterable[str] | None) -> list[Block]:
    if not looked.slips:
        return [say(NOTHING_SEEN if looked.read else COULD_NOT_LOOK)]
    chosen = {one.value for one in looked.slips if one.likely} if ticked is None else {*ticked}
    boxes = [looked.slips[at : at + BOXES] for at in range(0, len(looked.slips), BOXES)]
    return [
        heading("This may point to a child"),
        say(SEEN),
        *(
            ask_many(
                f"{REPLACE}.{rounds}.{number}",
                "Replace when I send",
                ((one.value, _told(one), cut(one.around)) for one in box),
                ticked=chosen,
            )
            for number, box in enumerate(boxes[:MOST_BOXES])
        ),
    ]


SEEN = (
    "What is ticked is replaced when you press Send. Untick what should stay, such as a "
    "colleague's name. The machine misses some: please look yourself, too."
)
NOTHING_SEEN = (
    "Read it once more. The machine saw no child's name, initials, date of birth, address or "
    "case number. It misses some, so please look yourself."
)
COULD_NOT_LOOK = (
    "Read it once more. The machine could not look for a child's details just now, so please "
    "look yourself."
)


def _told(slip: Slip) -> str:
    return cut(f"“{cut(slip.text, 40)}” becomes {slip.instead}")

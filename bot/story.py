"""Looking back in Slack: by a code, or at something of one's own. Never the first words."""

from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import LONGEST, ask_words, heading, help_lines, long_date, modal, press, row, say
from bot.fields import CODE, MORE, STORY
from bot.memory import Memory
from bot.telling import happened
from bot.workspace import SlackSettings
from core.council import Council
from core.stories import Message, Story

TAKE_BACK = "take_back"
MOST_BLOCKS = 80
SURE = (
    "Your words and our answers go, for good. What was already printed stays printed, and what "
    "somebody has read, they have read."
)


def code_modal(slack: SlackSettings) -> dict[str, Any]:
    """Where a code is typed."""
    where = f" You can use it on the web as well: {slack.site}" if slack.site else ""
    blocks = [
        say(f"Your code is six words. Slack carries what you type here to us.{where}"),
        ask_words(CODE, "Your code", hint="Capitals and spaces do not matter.", lines=False),
    ]
    return modal(CODE, "Look back with a code", blocks, submit="Look", close="Cancel")


def story_modal(story: Story, memory: Memory, news: str = "", box: str = MORE) -> dict[str, Any]:
    """How it goes, the conversation, and room to say more.

    Args:
        box: another name for the box than before, or Slack keeps what was just sent in it.
    """
    back = press(TAKE_BACK, "Take it all back", style="danger", sure=SURE)
    answered = any(message.from_us for message in story.messages)
    to_come = () if answered else (f"Look for our answer from {long_date(story.look_back_on)}.",)
    lines = (*happened(story.steps), *to_come)
    blocks = [
        *([say(news)] if news else []),
        heading("How it goes"),
        say("\n".join(f"• {line}" for line in lines)),
        *_talk(story.messages),
        ask_words(box, "Say more", hint="It goes to the same people, under the same code."),
        *([row(back)] if memory.code else []),
    ]
    return modal(
        STORY, "What came of it", blocks, submit="Send", close="Done", remembers=memory.written()
    )


def _talk(messages: tuple[Message, ...]) -> list[Block]:
    """The conversation; the newest part of it, where it is very long."""
    if not messages:
        return [say("Nobody has answered yet.")]
    told = [say(part) for message in messages for part in _parts(message)]
    return [heading("What was said since"), *told[-MOST_BLOCKS:]]


def _parts(message: Message) -> list[str]:
    who = "Heard" if message.from_us else "You"
    text = f"{who}, {long_date(message.on)}:\n{message.words}"
    return [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)]


def plain_modal(title: str, told: str, council: Council | None = None) -> dict[str, Any]:
    """A window that only says something, with who to ring where that is needed."""
    rest = [say(f"If a child could be hurt, phone now.\n{help_lines(council)}")] if council else []
    return modal("told", title, [say(told), *rest], close="Done")

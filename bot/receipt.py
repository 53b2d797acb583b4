"""What a person sees once their words are stored. It never shows the words again."""

from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import heading, help_lines, long_date, modal, say
from bot.workspace import SlackSettings
from core.council import Council
from core.facts import Acknowledgement, Voice


def receipt_modal(
    council: Council,
    slack: SlackSettings,
    stored: Acknowledgement,
    voice: Voice = Voice.PRACTITIONER,
    *,
    named: bool = False,
) -> dict[str, Any]:
    """The receipt in place of the form: where help is (first, if need be), the code, the date.

    Args:
        named: it was sent with a name, so that the Home tab shows it as well.
    """
    blocks = [
        *(_help(council) if stored.help_first else ()),
        heading(_news(stored)),
        *([say(THEIRS)] if voice is Voice.YOUNG_PERSON else []),
        *_code(slack, stored, named=named),
        say(f"Look for our answer from {long_date(stored.look_back_on)}."),
        *(() if stored.help_first else _help(council)),
    ]
    return modal("receipt", "Heard has it", blocks, close="Done")


ONLY_WAY = "They are the only way to see our answer. We cannot find them for you."
WITH_NAME = (
    "With them you can see our answer, say more, or take it back. Our answer also comes to Heard's "
    "Home tab, which only you see."
)
THEIRS = "The code words belong to the young person. Hand them over, and keep no copy."


def _news(stored: Acknowledgement) -> str:
    if stored.added:
        return "Your new words were added to what you sent before."
    if stored.repeated:
        return "This was saved the first time. Nothing was added."
    return "Thank you. What you sent is saved."


def _code(slack: SlackSettings, stored: Acknowledgement, *, named: bool) -> list[Block]:
    if stored.receipt is None:
        return [
            say("Your code words were shown when you first sent it. We cannot show them again.")
        ]
    where = f"\nUse them here: {slack.site}" if slack.site else ""
    use = WITH_NAME if named else ONLY_WAY
    return [
        say("Write these words down, away from Slack:"),
        heading(stored.receipt),
        say(f"{use}{where}"),
    ]


def _help(council: Council) -> list[Block]:
    return [say(f"If a child could be hurt, phone now. Do not wait for us.\n{help_lines(council)}")]

"""The Home tab: what this is, how to raise a concern, where help is. The same for everybody."""

from typing import Any

from slack_sdk.models.blocks import ActionsBlock, ButtonElement
from slack_sdk.models.views import View

from bot.blocks import heading, help_lines, link_to_web_form, plain, say
from bot.fields import SAMPLE
from bot.workspace import SlackSettings
from core.council import Council

OPEN_FORM = "open_form"


def home_tab(council: Council, slack: SlackSettings) -> dict[str, Any]:
    """The page as Slack wants it. Nothing personal: it would show on a shared screen."""
    button = ButtonElement(
        action_id=OPEN_FORM, text=plain("Raise a concern or good news"), style="primary"
    )
    blocks = [
        *([say(SAMPLE)] if council.is_sample else []),
        heading("Heard"),
        say(
            f"Tell {council.name} what works and what does not for the children it cares for. "
            f"Who reads it: {council.readers}. You get a code, and a date for our answer."
        ),
        ActionsBlock(elements=[button]),
        link_to_web_form(
            "Slack is not fully private. The web form asks the same and is more private.",
            slack.web_form,
        ),
        say(
            "You can also type /heard and press Enter. Type nothing after it, and never write a "
            "concern in a message."
        ),
        heading("If a child could be hurt, phone now"),
        say(help_lines(council)),
    ]
    return dict(View(type="home", blocks=blocks).to_dict())

"""The Home tab: what this is, how to raise a concern, and what somebody sent with their name.

Slack shows it to that person alone. What was sent without a name is not on it and cannot be:
nothing that Heard keeps says whose it is.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from slack_sdk.models.blocks import Block, SectionBlock
from slack_sdk.models.views import View

from bot.blocks import cut_text, heading, help_lines, link_to_web_form, plain, press, row, say
from bot.fields import SAMPLE
from bot.telling import happened
from bot.workspace import SlackSettings
from core.council import Council
from core.dates import written
from core.facts import Kind
from core.mine import Changed, Mine
from core.presses import OPEN_MINE

OPEN_FORM, LOOK_BACK, LOG_VIEW = "open_form", "look_back", "log_young_view"
MOST_SHOWN, MOST_CHANGED = 20, 10


def home_tab(
    council: Council,
    slack: SlackSettings,
    mine: Sequence[Mine] | None = (),
    more: Iterable[Block] = (),
) -> dict[str, Any]:
    """The page as Slack wants it.

    Args:
        mine: what this person sent with their name; None where it cannot be read just now.
        more: blocks that come before the rest.
    """
    blocks = [*_welcome(council), *more, *_theirs(mine), *_last(council, slack)]
    return dict(View(type="home", blocks=blocks).to_dict())


def _welcome(council: Council) -> list[Block]:
    return [
        *([say(SAMPLE)] if council.is_sample else []),
        heading("Heard"),
        say(
            f"Tell {council.name} what works and what does not for the children it cares for. "
            f"Who reads it: {council.readers}. You get a code, and a date for our answer."
        ),
        row(
            press(OPEN_FORM, "Raise a concern or good news", style="primary"),
            press(LOOK_BACK, "Look back with a code"),
            press(LOG_VIEW, "Log a young person's view"),
        ),
    ]


def _last(council: Council, slack: SlackSettings) -> list[Block]:
    return [
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


def changed_blocks(changed: Iterable[Changed]) -> list[Block]:
    """What came of the themes that this person raised, and what is still open."""
    told = [say(cut_text(_changed(one))) for one in changed]
    return [heading("What changed about what you raised"), *told[:MOST_CHANGED]] if told else []


def _changed(one: Changed) -> str:
    did = [f"• {line}" for line in one.did]
    still = [f"• Still open: {line}" for line in one.actions]
    return "\n".join((one.theme_name, *did, *still))


def _theirs(mine: Sequence[Mine] | None) -> list[Block]:
    if mine is None:
        return [say("We cannot open your concerns just now. Come back to this tab in a minute.")]
    if not mine:
        return [say(WITHOUT_NAME)]
    rest = len(mine) - MOST_SHOWN
    return [
        heading("What you sent with your name"),
        say("Only you see this part. Your words are not on it."),
        *(_one(one) for one in mine[:MOST_SHOWN]),
        *([say(f"And {rest} older ones.")] if rest > 0 else []),
        say(WITHOUT_NAME),
    ]


WITHOUT_NAME = (
    "What was sent without a name is never on this page: Heard does not know whose it is. Its "
    "code shows how it goes."
)


def _one(mine: Mine) -> Block:
    kind = "Good news" if mine.kind is Kind.GOOD_NEWS else "A concern"
    about = f" about {', '.join(mine.theme_names)}" if mine.theme_names else ""
    lines = [
        f"{kind}{about}, sent on {written(mine.received_on)}",
        *(f"• {line}" for line in happened(mine.steps)),
        *(() if mine.answers else (f"• Look for our answer from {written(mine.due_on)}.",)),
    ]
    button = press(OPEN_MINE, "Read our answer" if mine.answers else "Open", value=mine.view_id)
    return SectionBlock(text=plain("\n".join(lines)), accessory=button)

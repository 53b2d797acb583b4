"""The few kinds of block that we show, all of them plain text, so that nothing in them can ping.

slack_sdk refuses most of what Slack would refuse; tests/bot/limits.py holds the rest.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    HeaderBlock,
    InputBlock,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from core.council import Council

LONGEST = 3000
LONGEST_LINE = 150
WEB_FORM = "open_web_form"
FOR_STAFF = ("everyone", "practitioners")


def plain(text: str) -> PlainTextObject:
    """Text that Slack shows letter by letter: no links, no names, no smileys."""
    return PlainTextObject(text=text, emoji=False)


def say(text: str) -> Block:
    """A paragraph."""
    return SectionBlock(text=plain(text))


def heading(text: str) -> Block:
    """A heading, which a screen reader announces as one."""
    return HeaderBlock(text=plain(text))


def ask_words(
    block_id: str, label: str, *, hint: str = "", optional: bool = False, lines: bool = True
) -> Block:
    """A question answered in words."""
    most = LONGEST if lines else LONGEST_LINE
    field = PlainTextInputElement(action_id=block_id, multiline=lines, max_length=most)
    return InputBlock(
        block_id=block_id,
        label=plain(label),
        element=field,
        hint=plain(hint) if hint else None,
        optional=optional,
    )


def ask_one(
    block_id: str, label: str, choices: Iterable[tuple[str, str, str]], *, chosen: str = ""
) -> Block:
    """A question with a few answers to pick from: value, text and a line that explains it."""
    options = [
        Option(value=value, text=plain(text), description=plain(why) if why else None)
        for value, text, why in choices
    ]
    first = next((option for option in options if option.value == chosen), None)
    buttons = RadioButtonsElement(action_id=block_id, options=options, initial_option=first)
    return InputBlock(block_id=block_id, label=plain(label), element=buttons, optional=False)


def ask_from_list(block_id: str, label: str, choices: Iterable[tuple[str, str]]) -> Block:
    """A question with many answers, picked from a list."""
    options = [Option(value=value, text=plain(text)) for value, text in choices]
    menu = StaticSelectElement(action_id=block_id, options=options, placeholder=plain("Choose one"))
    return InputBlock(block_id=block_id, label=plain(label), element=menu, optional=False)


def link_to_web_form(text: str, address: str) -> Block:
    """A paragraph with a button to the form on the web, where there is one."""
    if not address:
        return say(text)
    button = ButtonElement(action_id=WEB_FORM, text=plain("Open the web form"), url=address)
    return SectionBlock(text=plain(text), accessory=button)


def modal(
    callback_id: str, title: str, blocks: Sequence[Block], *, close: str, submit: str = ""
) -> dict[str, Any]:
    """A window over Slack, as Slack wants it."""
    view = View(
        type="modal",
        callback_id=callback_id,
        title=plain(title),
        submit=plain(submit) if submit else None,
        close=plain(close),
        blocks=blocks,
    )
    return dict(view.to_dict())


def help_lines(council: Council) -> str:
    """Every line that a practitioner would ring, one to a line, as the council set it."""
    lines = [line for line in council.help_lines if line.for_whom in FOR_STAFF]
    return "\n".join(f"{line.name}: {line.number} ({line.when})" for line in lines) or "Phone 999."


def long_date(day: date) -> str:
    """A date as it is written in papers: 12 January 2027."""
    return f"{day.day} {day:%B %Y}"

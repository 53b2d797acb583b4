"""The few kinds of block that we show, all of them plain text, so that nothing in them can ping.

slack_sdk refuses most of what Slack would refuse; tests/bot/limits.py holds the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    CheckboxesElement,
    ConfirmObject,
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
LONGEST_OPTION = 75
MOST_OPTIONS = 10
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
    block_id: str,
    label: str,
    *,
    hint: str = "",
    optional: bool = False,
    lines: bool = True,
    typed: str = "",
) -> Block:
    """A question answered in words; `typed` stands there already."""
    most = LONGEST if lines else LONGEST_LINE
    field = PlainTextInputElement(
        action_id=block_id, multiline=lines, max_length=most, initial_value=typed[:most] or None
    )
    return InputBlock(
        block_id=block_id,
        label=plain(label),
        element=field,
        hint=plain(hint) if hint else None,
        optional=optional,
    )


def ask_one(
    block_id: str,
    label: str,
    choices: Iterable[tuple[str, str, str]],
    *,
    chosen: str = "",
    optional: bool = False,
) -> Block:
    """A question with a few answers to pick from: value, text and a line that explains it."""
    options = _options(choices)
    first = next((option for option in options if option.value == chosen), None)
    buttons = RadioButtonsElement(action_id=block_id, options=options, initial_option=first)
    return InputBlock(block_id=block_id, label=plain(label), element=buttons, optional=optional)


def ask_many(
    block_id: str, label: str, choices: Iterable[tuple[str, str, str]], *, ticked: Iterable[str]
) -> Block:
    """A question with up to ten boxes to tick; none need be."""
    options = _options(choices)[:MOST_OPTIONS]
    first = [option for option in options if option.value in set(ticked)]
    boxes = CheckboxesElement(
        action_id=block_id, options=options, initial_options=first if first else None
    )
    return InputBlock(block_id=block_id, label=plain(label), element=boxes, optional=True)


def _options(choices: Iterable[tuple[str, str, str]]) -> list[Option]:
    return [
        Option(value=value, text=plain(text), description=plain(why) if why else None)
        for value, text, why in choices
    ]


def ask_from_list(
    block_id: str, label: str, choices: Iterable[tuple[str, str]], *, chosen: str = ""
) -> Block:
    """A question with many answers, picked from a list."""
    options = _options((value, text, "") for value, text in choices)
    menu = StaticSelectElement(
        action_id=block_id,
        options=options,
        placeholder=plain("Choose one"),
        initial_option=next((option for option in options if option.value == chosen), None),
    )
    return InputBlock(block_id=block_id, label=plain(label), element=menu, optional=False)


def short(text: str, most: int = LONGEST_OPTION) -> str:
    """The text on one line, cut where Slack would refuse it."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def cut_text(text: str, most: int = LONGEST) -> str:
    """The text with its lines, cut where Slack would refuse it."""
    return text if len(text) <= most else text[: most - 1] + "…"


def press(
    action_id: str, text: str, *, value: str = "", style: str = "", sure: str = ""
) -> ButtonElement:
    """A button; with `sure` it asks once more."""
    asked = (
        ConfirmObject(title=plain("Are you sure?"), text=plain(sure), confirm="Yes", deny="No")
        if sure
        else None
    )
    return ButtonElement(
        action_id=action_id,
        text=plain(text),
        value=value or None,
        style=style or None,
        confirm=asked,
    )


def row(*buttons: ButtonElement, block_id: str = "") -> Block:
    """Buttons beside each other."""
    return ActionsBlock(elements=list(buttons), block_id=block_id or None)


def link_to_web_form(text: str, address: str) -> Block:
    """A paragraph with a button to the form on the web, where there is one."""
    if not address:
        return say(text)
    button = ButtonElement(action_id=WEB_FORM, text=plain("Open the web form"), url=address)
    return SectionBlock(text=plain(text), accessory=button)


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[Block],
    *,
    close: str,
    submit: str = "",
    remembers: str = "",
) -> dict[str, Any]:
    """A window over Slack, as Slack wants it; `remembers` comes back with its answers."""
    view = View(
        type="modal",
        callback_id=callback_id,
        title=plain(title),
        submit=plain(submit) if submit else None,
        close=plain(close),
        blocks=blocks,
        private_metadata=remembers or None,
    )
    return dict(view.to_dict())


def help_lines(council: Council) -> str:
    """Every line that a practitioner would ring, one to a line, as the council set it."""
    lines = [line for line in council.help_lines if line.for_whom in FOR_STAFF]
    return "\n".join(f"{line.name}: {line.number} ({line.when})" for line in lines) or "Phone 999."


def ring_lines(council: Council) -> str:
    """The lines to ring when a child is at risk now: those for everyone, where there are any."""
    first = [line for line in council.help_lines if line.for_whom == FOR_STAFF[0]]
    return help_lines(replace(council, help_lines=tuple(first)) if first else council)


def long_date(day: date) -> str:
    """A date as it is written in papers: 12 January 2027."""
    return f"{day.day} {day:%B %Y}"

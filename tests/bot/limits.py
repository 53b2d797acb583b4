"""Slack's limits on a view, held twice: by slackblocks, which is rebuilt from the payload, and
by our own count of what it leaves out.
"""

from typing import Any

import slackblocks as sb
from slackblocks.objects import TextType

INPUTS = {"plain_text_input", "radio_buttons", "static_select", "checkboxes"}


def check_view(view: dict[str, Any]) -> None:
    """Fail where Slack would refuse this view, or where something in it could ping or link."""
    blocks = [_block(block) for block in view["blocks"]]
    if view["type"] == "modal":
        sb.ModalView(
            title=_text(view["title"]),
            close=_text(view["close"]),
            submit=_text(view["submit"]) if "submit" in view else None,
            callback_id=view["callback_id"],
            blocks=blocks,
        )
    else:
        sb.HomeTabView(blocks=blocks)
    _check_ids(view)
    _check_titles(view)
    _check_plain(view)
    asks = any(block["type"] == "input" for block in view["blocks"])
    assert not asks or "submit" in view, "a view with questions needs a button to send it"


def check_message(body: dict[str, Any]) -> None:
    """Fail where Slack would refuse this message, or where it says nothing to a screen reader."""
    assert body["text"].strip(), "a message needs a plain text beside its blocks"
    assert len(body["text"]) <= 4000
    assert "<" not in body["text"].replace("&lt;", ""), "a sign that could ping or link"
    assert len(body["blocks"]) <= 50
    for block in body["blocks"]:
        _message_block(block)


def _message_block(block: dict[str, Any]) -> None:
    if block["type"] == "actions":
        ids = [element["action_id"] for element in block["elements"]]
        assert 0 < len(ids) == len(set(ids)) <= 25
        sb.ActionsBlock([_element(element) for element in block["elements"]])
    elif block["type"] == "header":
        sb.HeaderBlock(_text(block["text"]))
        assert len(block["text"]["text"]) <= 150
    else:
        assert block["type"] == "section"
        assert 0 < len(block["text"]["text"]) <= 3000
        assert "<" not in block["text"]["text"], "a sign that could ping or link"


def _check_ids(view: dict[str, Any]) -> None:
    ids = [block["block_id"] for block in view["blocks"] if "block_id" in block]
    assert len(ids) == len(set(ids)), "Slack refuses two blocks with one id"
    assert all(0 < len(one) <= 255 for one in ids)
    assert len(view.get("callback_id", "")) <= 255
    assert len(view.get("private_metadata", "")) <= 3000
    assert len(view["blocks"]) <= 100


def _check_titles(view: dict[str, Any]) -> None:
    for part in ("title", "submit", "close"):
        if part in view:
            assert 0 < len(view[part]["text"]) <= 24


def _check_plain(part: object) -> None:
    """Every text is plain text, so that `<!channel>` stays six letters and two signs."""
    if isinstance(part, dict):
        assert part.get("type") != "mrkdwn"
        for inner in part.values():
            _check_plain(inner)
    elif isinstance(part, list):
        for inner in part:
            _check_plain(inner)


def _text(told: dict[str, Any]) -> sb.Text:
    assert told["type"] == "plain_text"
    assert told["text"].strip(), "Slack refuses an empty text"
    return sb.Text(told["text"], type_=TextType.PLAINTEXT, emoji=told.get("emoji", False))


def _block(block: dict[str, Any]) -> Any:
    if block["type"] == "section":
        accessory = _element(block["accessory"]) if "accessory" in block else None
        return sb.SectionBlock(_text(block["text"]), accessory=accessory)
    if block["type"] == "header":
        return sb.HeaderBlock(_text(block["text"]))
    if block["type"] == "actions":
        return sb.ActionsBlock([_element(element) for element in block["elements"]])
    assert block["type"] == "input", f"no check for a block of type {block['type']}"
    assert block["element"]["type"] in INPUTS
    return sb.InputBlock(
        _text(block["label"]),
        _element(block["element"]),
        block_id=block["block_id"],
        hint=_text(block["hint"]) if "hint" in block else None,
        optional=block.get("optional", False),
    )


def _element(element: dict[str, Any]) -> Any:
    action_id = element["action_id"]
    if element["type"] == "button":
        url = element.get("url")
        assert len(element["text"]["text"]) <= 75
        assert 0 < len(element.get("value", "x")) <= 2000
        return sb.Button(_text(element["text"]), action_id=action_id, url=url)
    if element["type"] == "plain_text_input":
        assert len(element.get("initial_value", "")) <= element["max_length"] <= 3000
        return sb.PlainTextInput(action_id=action_id, max_length=element["max_length"])
    options = [_option(option) for option in element["options"]]
    if element["type"] == "checkboxes":
        assert 0 < len(options) <= 10
        return sb.CheckboxGroup(action_id=action_id, options=options)
    if element["type"] == "radio_buttons":
        assert 0 < len(options) <= 10
        return sb.RadioButtonGroup(action_id=action_id, options=options)
    assert element["type"] == "static_select"
    return sb.StaticSelectMenu(
        action_id=action_id, options=options, placeholder=_text(element["placeholder"])
    )


def _option(option: dict[str, Any]) -> sb.Option:
    why = _text(option["description"]) if "description" in option else None
    assert len(option["text"]["text"]) <= 75
    assert len(option["value"]) <= 150
    assert why is None or len(why.text) <= 75
    return sb.Option(_text(option["text"]), option["value"], description=why)

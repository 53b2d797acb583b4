"""What Slack does: signs requests, presses buttons, sends modals, delivers them again."""

import json
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from bot.signature import sign

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM = "T0HEARD"
USER = {"id": "U0CANARYID", "name": "canary.name", "username": "canary.name", "team_id": TEAM}
ANSWERS: dict[str, str] = {
    "risk": "no",
    "kind": "concern",
    "area": "systems_process",
    "words": "Visits are missed because nobody covers leave.",
    "quote": "count_only",
    "who": "unnamed",
}
CHOSEN = {"area", "quote", "who"}
REMEMBERED = ("risk", "kind")
LOOKED = 3  # often enough: it is sent as it stands


@dataclass(frozen=True, slots=True)
class Reply:
    """What the door answered: the status, the JSON in it, and how long it took."""

    status: int
    body: dict[str, Any]
    seconds: float
    raw: str

    @property
    def text(self) -> str:
        """Every text that the person is shown, one to a line."""
        return "\n".join(texts(self.body))


def texts(shown: object) -> list[str]:
    """Every text in a payload, in order."""
    if isinstance(shown, dict):
        own = [shown["text"]] if isinstance(shown.get("text"), str) else []
        return own + [text for part in shown.values() for text in texts(part)]
    return [text for part in shown for text in texts(part)] if isinstance(shown, list) else []


def view_submission(view_id: str = "V0ONE", **answers: str) -> dict[str, Any]:
    """The last step, sent; an answer given as an empty text is one that was left out."""
    said = {block: text for block, text in (ANSWERS | answers).items() if text}
    held = {name: said.pop(name) for name in REMEMBERED if name in said} | {"rounds": LOOKED}
    view = {"callback_id": "concern", "private_metadata": json.dumps(held), "blocks": []}
    return sent(view, view_id, {block: {block: _answer(block, said[block])} for block in said})


def sent(view: dict[str, Any], view_id: str, values: dict[str, Any]) -> dict[str, Any]:
    """A modal that somebody sent, with the state of its questions."""
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "heard"},
        "user": USER,
        "api_app_id": "A0HEARD",
        "trigger_id": "1.2.abc",
        "view": view
        | {
            "id": view_id,
            "root_view_id": view_id,
            "team_id": TEAM,
            "type": "modal",
            "state": {"values": values},
        },
    }


def filled(view: dict[str, Any], view_id: str = "V0ONE", **answers: Any) -> dict[str, Any]:
    """A modal that we were shown, filled in and sent: what nobody touched stays as it stood.

    A list of texts ticks the boxes whose value ends so; a text is typed or picked.
    """
    asked = {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}
    unknown = answers.keys() - {block.partition(".")[0] for block in asked}
    assert not unknown, f"the form does not ask {unknown}"
    values = {block: {block: _filled(block, field, answers)} for block, field in asked.items()}
    return sent(view, view_id, values)


def _filled(block: str, field: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    told = answers.get(block.partition(".")[0])
    if field["type"] == "plain_text_input":
        value = field.get("initial_value") if told is None else told
        return {"type": field["type"], "value": value or None}
    if field["type"] == "checkboxes":
        stood = field.get("initial_options", [])
        wanted = [one for one in field["options"] if told and one["value"].endswith(tuple(told))]
        return {"type": field["type"], "selected_options": stood if told is None else wanted}
    picked = [option for option in field["options"] if option["value"] == told]
    assert told is None or picked, f"{told} is not among the answers"
    return {"type": field["type"], "selected_option": [*picked, field.get("initial_option")][0]}


def _answer(block: str, text: str) -> dict[str, Any]:
    if block in CHOSEN:
        option = {"text": {"type": "plain_text", "text": text}, "value": text}
        return {"type": "radio_buttons", "selected_option": option}
    return {"type": "plain_text_input", "value": text}


def command(text: str = "") -> dict[str, Any]:
    """`/heard`, with what was typed after it."""
    return {
        "command": "/heard",
        "text": text,
        "team_id": TEAM,
        "team_domain": "heard",
        "channel_id": "C0OPEN",
        "user_id": USER["id"],
        "user_name": USER["name"],
        "response_url": "http://127.0.0.1:9/respond",
        "trigger_id": "1.2.abc",
        "api_app_id": "A0HEARD",
    }


def shortcut() -> dict[str, Any]:
    """The global shortcut."""
    return {
        "type": "shortcut",
        "callback_id": "raise_concern",
        "team": {"id": TEAM, "domain": "heard"},
        "user": USER,
        "trigger_id": "1.2.abc",
    }


def button(action_id: str) -> dict[str, Any]:
    """A button on the Home tab."""
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "heard"},
        "user": USER,
        "trigger_id": "1.2.abc",
        "actions": [{"type": "button", "action_id": action_id, "block_id": "b"}],
    }


def home_opened() -> dict[str, Any]:
    """Somebody looks at the Home tab."""
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A0HEARD",
        "event_id": "Ev0ONE",
        "event": {"type": "app_home_opened", "user": USER["id"], "channel": "D0", "tab": "home"},
        "authorizations": [{"team_id": TEAM, "user_id": "U0BOT", "is_bot": True}],
    }


def encoded(payload: dict[str, Any]) -> bytes:
    """The bytes that Slack sends: a form, a form with a JSON field, or JSON."""
    if "command" in payload:
        return urlencode(payload).encode()
    if payload["type"] in {"event_callback", "url_verification"}:
        return json.dumps(payload).encode()
    return urlencode({"payload": json.dumps(payload)}).encode()


@dataclass(frozen=True, slots=True)
class Slack:
    """Slack's side of the HTTP door on that port."""

    port: int
    secret: str = SECRET

    def send(self, payload: dict[str, Any], *, ago_s: int = 0, retry: int = 0) -> Reply:
        """Sign and deliver a payload as Slack would, `ago_s` seconds old."""
        body = encoded(payload)
        timestamp = str(int(time.time()) - ago_s)
        headers = {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(self.secret, timestamp, body),
        }
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        return self.post(body, headers)

    def post(self, body: bytes, headers: dict[str, Any], path: str = "/slack/events") -> Reply:
        """Deliver these very bytes with these very headers."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        started = time.monotonic()
        try:
            line.request("POST", path, body=body, headers=headers)
            answer = line.getresponse()
            raw = answer.read().decode()
            seconds = time.monotonic() - started
            kind = answer.getheader("Content-Type") or ""
            told = json.loads(raw) if kind.startswith("application/json") else {}
            return Reply(answer.status, told, seconds, raw)
        finally:
            line.close()

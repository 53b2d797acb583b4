"""HTTP mode: a WSGI application that proves a request is Slack's before it parses one byte."""

import json
import re
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from slack_bolt import App, BoltResponse

from bot.door import Door
from bot.signature import is_genuine
from bot.workspace import SlackSettings

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

PATH = "/slack/events"
LARGEST_BODY = 1_000_000
LENGTH = re.compile(r"[0-9]{1,7}")
REFUSED = BoltResponse(status=401, body="")


class HttpDoor:
    """Serves /slack/events. Forged, old, odd or malformed is 401, and nothing of it is logged."""

    def __init__(
        self, app: App, slack: SlackSettings, now: Callable[[], float] = time.time
    ) -> None:
        self._door = Door(app, slack)
        self._secret = slack.signing_secret
        self._now = now

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        answer = self._answer(environ)
        raw = answer.body.encode()
        status = HTTPStatus(answer.status)
        kind = answer.headers.get("content-type", ["text/plain; charset=utf-8"])[0]
        headers = [("Content-Type", kind), ("Content-Length", str(len(raw)))]
        start_response(f"{status.value} {status.phrase}", [*headers, ("Cache-Control", "no-store")])
        return [raw]

    def _answer(self, environ: "WSGIEnvironment") -> BoltResponse:
        if environ.get("PATH_INFO") != PATH:
            return BoltResponse(status=404, body="")
        if environ.get("REQUEST_METHOD") != "POST":
            return BoltResponse(status=405, body="")
        body = _body(environ)
        if body is None:
            return BoltResponse(status=413, body="")
        timestamp = environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "")
        signature = environ.get("HTTP_X_SLACK_SIGNATURE", "")
        if not is_genuine(self._secret, timestamp, signature, body, self._now()):
            return REFUSED
        payload = _payload(body)
        return REFUSED if payload is None else self._door.take(payload)


def _body(environ: "WSGIEnvironment") -> bytes | None:
    """The raw body, or None where its length is odd or more than Slack ever sends."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not LENGTH.fullmatch(length) or int(length) > LARGEST_BODY:
        return None
    raw: bytes = environ["wsgi.input"].read(int(length))
    return raw


def _payload(body: bytes) -> dict[str, Any] | None:
    """What Slack says, from a form, a form's JSON field or JSON; None where it is none of them."""
    try:
        text = body.decode("utf-8")
        if text.startswith("{"):
            return _mapping(json.loads(text))
        form = dict(parse_qsl(text, keep_blank_values=True, strict_parsing=True))
        return _mapping(json.loads(form["payload"])) if "payload" in form else form
    except (ValueError, RecursionError):
        return None


def _mapping(found: object) -> dict[str, Any] | None:
    return found if isinstance(found, dict) else None

"""A local Slack Web API on an ephemeral port: it keeps what it was sent and answers as told.

with SlackApi() as slack:
    WebClient(token="xoxb-test", base_url=slack.url).chat_postMessage(channel="C1", text="Hi")
    assert slack.sent("chat.postMessage")[0].body["text"] == "Hi"
"""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl

JSON_FIELDS = ("view", "blocks", "attachments", "metadata")


@dataclass(frozen=True, slots=True)
class Call:
    """One request: the method's name, its body with nested JSON opened, its token, and when."""

    method: str
    body: dict[str, Any]
    token: str
    at: float


@dataclass(slots=True)
class Fault:
    """An answer other than ok. A status of 200 with an `error` is Slack's own way to refuse."""

    status: int = 500
    error: str = "internal_error"
    retry_after: int | None = None
    delay: float = 0.0
    methods: tuple[str, ...] = ()

    def concerns(self, method: str) -> bool:
        """Whether it answers this method; no methods named means every one."""
        return not self.methods or method in self.methods


@dataclass(slots=True)
class SlackApi:
    """The server. Use it as a context manager; `url` is a WebClient's base_url.

    Args:
        port: 0 for any free one; a number to come back after an outage.
        team: the team id that auth.test names.
        socket_url: the address that apps.connections.open gives out.
        calls: every request that was answered ok.
        asked: how many requests came, refused ones too.
    """

    port: int = 0
    team: str = "T0HEARD"
    socket_url: str = "ws://127.0.0.1:9/none"
    calls: list[Call] = field(default_factory=list)
    asked: int = 0
    queue: list[Fault] = field(default_factory=list)
    always: Fault | None = None
    _server: ThreadingHTTPServer | None = None
    _arrived: threading.Condition = field(default_factory=threading.Condition)

    @property
    def url(self) -> str:
        """The base address, with the closing slash that slack_sdk wants."""
        return f"http://127.0.0.1:{self.port}/api/"

    def __enter__(self) -> Self:
        """Listen, on a thread of its own."""
        server = _Listener(("127.0.0.1", self.port), _handler_for(self))
        self.port = int(server.server_address[1])
        self._server = server
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening: from now on a connection is refused."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def fail_next(self, times: int = 1, **fault: Any) -> None:
        """Answer the next `times` requests with this Fault, then ok again."""
        self.queue.extend(Fault(**fault) for _ in range(times))

    def fail_always(self, **fault: Any) -> None:
        """Answer every request with this Fault until `recover`."""
        self.always = Fault(**fault)

    def recover(self) -> None:
        """Answer ok from now on."""
        self.always = None
        self.queue.clear()

    def sent(self, method: str) -> list[Call]:
        """Every request for that method that was answered ok, in order."""
        return [call for call in self.calls if call.method == method]

    def wait_for(self, method: str, number: int = 1, seconds: float = 5.0) -> list[Call]:
        """Those requests, once there are so many; fails the test if they do not come in time."""
        with self._arrived:
            self._arrived.wait_for(lambda: len(self.sent(method)) >= number, seconds)
        found = self.sent(method)
        assert len(found) >= number, f"{method}: {len(found)} of {number} in {seconds} s"
        return found

    def fault_for(self, method: str) -> Fault | None:
        """Give the fault that this request meets, used up where it was for once only."""
        self.asked += 1
        for position, fault in enumerate(self.queue):
            if fault.concerns(method):
                return self.queue.pop(position)
        return self.always if self.always is not None and self.always.concerns(method) else None

    def keep(self, call: Call) -> None:
        """Remember a request that is answered ok and tell whoever waits for it."""
        with self._arrived:
            self.calls.append(call)
            self._arrived.notify_all()

    def answer(self, call: Call) -> dict[str, Any]:
        """Give what Slack would say to it, thin but of the right shape."""
        replies: dict[str, Callable[[], dict[str, Any]]] = {
            "auth.test": self._who,
            "apps.connections.open": lambda: {"url": self.socket_url},
            "chat.postMessage": lambda: _message(call),
            "chat.update": lambda: _message(call),
            "views.open": lambda: {"view": _view(call)},
            "views.push": lambda: {"view": _view(call)},
            "views.update": lambda: {"view": _view(call)},
            "views.publish": lambda: {"view": _view(call)},
            "conversations.open": lambda: {"channel": {"id": "D0TEST"}},
        }
        return {"ok": True} | replies.get(call.method, dict)()

    def _who(self) -> dict[str, Any]:
        return {
            "url": "https://heard.slack.test/",
            "team": "Heard test",
            "team_id": self.team,
            "user": "heard",
            "user_id": "U0BOT",
            "bot_id": "B0BOT",
            "is_enterprise_install": False,
        }


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def _message(call: Call) -> dict[str, Any]:
    stamp = f"{call.at:.6f}"
    channel = str(call.body.get("channel", ""))
    return {"channel": channel, "ts": stamp, "message": {"ts": stamp, "text": ""}}


def _view(call: Call) -> dict[str, Any]:
    view = call.body.get("view")
    shown = dict(view) if isinstance(view, dict) else {}
    return shown | {"id": "V0TEST", "hash": "1.0", "root_view_id": "V0TEST", "state": {}}


def _handler_for(slack: SlackApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            method = self.path.removeprefix("/api/").partition("?")[0]
            token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
            body = _opened(raw, self.headers.get("Content-Type") or "")
            call = Call(method, body, token or str(body.get("token", "")), time.time())
            fault = slack.fault_for(method)
            if fault is not None:
                self._refuse(fault)
                return
            slack.keep(call)
            self._say(200, slack.answer(call))

        do_GET = do_POST

        def _refuse(self, fault: Fault) -> None:
            time.sleep(fault.delay)
            error = "ratelimited" if fault.status == 429 else fault.error
            self._say(fault.status, {"ok": False, "error": error}, fault.retry_after)

        def _say(self, status: int, body: dict[str, Any], retry_after: int | None = None) -> None:
            raw = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(raw)))
            if retry_after is not None:
                self.send_header("Retry-After", str(retry_after))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: tests read `calls`."""

    return Handler


def _opened(raw: bytes, content_type: str) -> dict[str, Any]:
    if content_type.startswith("application/json"):
        body = json.loads(raw or b"{}")
    else:
        body = dict(parse_qsl(raw.decode(), keep_blank_values=True))
    nested = [name for name in JSON_FIELDS if isinstance(body.get(name), str)]
    return dict(body) | {name: json.loads(body[name]) for name in nested}

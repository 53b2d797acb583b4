"""Socket Mode: envelopes over a real line from a local server, answered with their own id."""

import base64
import hashlib
import json
import logging
import socket
import struct
import threading
from dataclasses import dataclass, field

import pytest

from bot.app import build_app
from bot.socket import SocketDoor
from tests.bot import slack_side
from tests.bot.test_concerns import NOT_SAVED, kept
from tests.bot.test_once import locked

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


@dataclass
class Line:
    """Slack's end of one websocket: it sends envelopes and waits for their answers."""

    server: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    answers: dict[str, dict[str, object]] = field(default_factory=dict)
    arrived: threading.Condition = field(default_factory=threading.Condition)
    open: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self):
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    @property
    def url(self):
        return f"ws://127.0.0.1:{self.server.getsockname()[1]}/link"

    def serve(self):
        self.connection, _ = self.server.accept()
        self.stream = self.connection.makefile("rb")
        headers = list(iter(self.stream.readline, b"\r\n"))
        [key] = [
            line.split(b":", 1)[1].strip()
            for line in headers
            if line.lower().startswith(b"sec-websocket-key")
        ]
        accept = base64.b64encode(hashlib.sha1(key + MAGIC).digest())  # noqa: S324 - RFC 6455
        self.connection.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )
        self.open.set()
        while self.take_frame():
            pass

    def take_frame(self):
        head = self.stream.read(2)
        if len(head) < 2:
            return False
        kind, length = head[0] & 15, head[1] & 127
        if length == 126:
            [length] = struct.unpack(">H", self.stream.read(2))
        mask = self.stream.read(4)
        raw = bytes(b ^ mask[n % 4] for n, b in enumerate(self.stream.read(length)))
        if kind == PING:
            self.send_frame(PONG, raw)
        if kind == TEXT:
            told = json.loads(raw)
            with self.arrived:
                self.answers[told["envelope_id"]] = told
                self.arrived.notify_all()
        return kind != CLOSE

    def send_frame(self, kind, raw):
        length = bytes([len(raw)]) if len(raw) < 126 else b"\x7e" + struct.pack(">H", len(raw))
        self.connection.sendall(bytes([0x80 | kind]) + length + raw)

    def send(self, envelope_id, payload, kind="interactive", **more):
        """Send one envelope; its answer, or None where none comes."""
        envelope = {"envelope_id": envelope_id, "type": kind, "payload": payload, **more}
        self.send_frame(TEXT, json.dumps(envelope).encode())

    def answer(self, envelope_id, seconds=5.0):
        with self.arrived:
            self.arrived.wait_for(lambda: envelope_id in self.answers, seconds)
        return self.answers.get(envelope_id)

    def close(self):
        self.send_frame(CLOSE, b"\x03\xe8")
        self.stream.close()
        self.connection.close()
        self.server.close()
        self.thread.join(5)


@pytest.fixture
def line(house, slack_settings, slack_api):
    """An open line between the door and Slack's side of it."""
    end = Line()
    slack_api.socket_url = end.url
    door = SocketDoor(build_app(house, slack_settings), slack_settings, hands=8)
    door.connect()
    assert end.open.wait(10)
    yield end
    door.close()
    end.close()


def test_a_concern_over_the_line_is_stored_once_and_answered_with_its_receipt(line, house):
    line.send("E1", slack_side.view_submission(), accepts_response_payload=True)
    line.send("E2", slack_side.view_submission(), accepts_response_payload=True)
    first, again = line.answer("E1"), line.answer("E2")
    assert first is not None
    assert again is not None
    headings = [
        b["text"]["text"] for b in first["payload"]["view"]["blocks"] if b["type"] == "header"
    ]
    assert headings[-1] in repr(again)
    assert len(kept(house)) == 1


def test_the_command_over_the_line_opens_the_form(line, slack_api):
    line.send("E1", slack_side.command("canary"), kind="slash_commands")
    assert line.answer("E1") == {"envelope_id": "E1"}
    assert "canary" not in repr(slack_api.wait_for("views.open")[0].body)


def test_the_home_tab_is_shown_over_the_line(line, slack_api):
    line.send("E1", slack_side.home_opened(), kind="events_api", retry_attempt=1)
    assert line.answer("E1") == {"envelope_id": "E1"}
    assert slack_api.wait_for("views.publish")


def test_empty_words_over_the_line_get_their_reason(line, house):
    line.send("E1", slack_side.view_submission(words=" "))
    told = line.answer("E1")
    assert told["payload"]["response_action"] == "errors"
    assert kept(house) == []


def test_another_workspace_is_not_answered_over_the_line(line, house):
    line.send("E1", slack_side.view_submission() | {"team": {"id": "T0OTHER"}})
    line.send("E2", slack_side.home_opened(), kind="events_api")
    assert line.answer("E2")
    assert line.answer("E1", seconds=0.2) is None
    assert kept(house) == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_nothing_that_crosses_the_line_is_logged_at_debug(line, caplog):
    caplog.set_level(logging.DEBUG)
    line.send("E1", slack_side.view_submission(words="canary words"))
    told = line.answer("E1")
    code = told["payload"]["view"]["blocks"][-3]["text"]["text"]
    for secret in ("canary", slack_side.USER["id"], code):
        assert secret not in caplog.text


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_database_that_is_gone_is_said_over_the_line_too(line, house, store_urls):
    thread = locked(store_urls[0], 3.5)
    line.send("E1", slack_side.view_submission())
    told = line.answer("E1", seconds=2.9)
    thread.join()
    assert told["payload"] == {"response_action": "errors", "errors": {"words": NOT_SAVED}}

"""A letterbox on this machine: takes the sample's letters and shows them, so that none goes out.

It speaks just enough SMTP for the clock to hand its notices over as it would to a real mail server.
"""

import email
import email.policy
import socketserver
import threading
from collections.abc import Callable
from email.message import EmailMessage
from types import TracebackType
from typing import Self

MOST_BYTES = 100_000
ANSWERS = {
    b"EHLO": b"250 the sample's letterbox",
    b"HELO": b"250 the sample's letterbox",
    b"MAIL": b"250 from whom it may",
    b"RCPT": b"250 any name will do",
    b"RSET": b"250 forgotten",
    b"NOOP": b"250 still here",
}


class _Slot(socketserver.StreamRequestHandler):
    """One conversation with somebody who brings letters."""

    timeout = 30
    server: "_Box"

    def handle(self) -> None:
        """Answer each line until they leave."""
        self._say(b"220 the sample's letterbox")
        while line := self.rfile.readline(1000):
            word = line[:4].upper()
            if word == b"QUIT":
                self._say(b"221 goodbye")
                return
            if word == b"DATA":
                self._say(b"354 go on, and end with a dot")
                self._take()
            else:
                self._say(ANSWERS.get(word, b"502 only letters are taken here"))

    def _take(self) -> None:
        letter = b""
        while (line := self.rfile.readline(2000)) not in (b".\r\n", b""):
            letter += line.removeprefix(b".")
            if len(letter) > MOST_BYTES:
                return
        read = email.message_from_bytes(letter, policy=email.policy.default)
        self.server.show(read)
        self._say(b"250 shown")

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


class _Box(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, show: Callable[[EmailMessage], None]) -> None:
        super().__init__(("127.0.0.1", 0), _Slot)
        self.show = show


class Letterbox:
    """Open inside a `with` block, on a port of this machine's choosing."""

    def __init__(self, show: Callable[[EmailMessage], None]) -> None:
        self._box = _Box(show)
        self.port: int = self._box.server_address[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._box.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._box.shutdown()
        self._box.server_close()

"""A local mail server on an ephemeral port that keeps every letter it takes.

with MailServer() as post:
    send_somehow("127.0.0.1", post.port)
    assert post.wait_for(1)[0].message["Subject"] == "Heard"
"""

import asyncio
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import Any, Self, cast

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: who it says it is from, everyone it went to, the message, and when it came."""

    sender: str
    to: tuple[str, ...]
    message: EmailMessage
    at: float


@dataclass(slots=True)
class MailServer:
    """The server. `answer` is set to a line such as "451 Busy" to refuse what comes.

    Args:
        port: 0 for any free one; a number to come back after an outage.
        tls: an ssl context where STARTTLS is offered.
        delay: seconds before it answers a letter.
    """

    port: int = 0
    tls: Any = None
    delay: float = 0.0
    answer: str | None = None
    letters: list[Letter] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    _sockets: asyncio.Server | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: threading.Thread | None = None
    _arrived: threading.Condition = field(default_factory=threading.Condition)

    def __enter__(self) -> Self:
        """Listen, on a thread of its own."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(5)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening: from now on a connection is refused."""
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        asyncio.run_coroutine_threadsafe(self._close(), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()
        self._loop = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep the letter, or refuse it as told."""
        await asyncio.sleep(self.delay)
        if self.answer is not None:
            return self.answer
        message = message_from_bytes(cast(bytes, envelope.content), policy=policy.default)
        to = tuple(str(one) for one in envelope.rcpt_tos)
        with self._arrived:
            self.letters.append(Letter(str(envelope.mail_from), to, message, time.time()))
            self._arrived.notify_all()
        return "250 Message accepted for delivery"

    def wait_for(self, number: int = 1, seconds: float = 5.0) -> list[Letter]:
        """Give the letters, once there are so many; fails the test if they do not come in time."""
        with self._arrived:
            self._arrived.wait_for(lambda: len(self.letters) >= number, seconds)
        assert len(self.letters) >= number, f"{len(self.letters)} of {number} in {seconds} s"
        return self.letters

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        self._sockets = await loop.create_server(self._session, "127.0.0.1", self.port)
        self.port = self._sockets.sockets[0].getsockname()[1]

    def _session(self) -> SMTP:
        return SMTP(self, hostname="mail.test", tls_context=self.tls, **self.options)

    async def _close(self) -> None:
        if self._sockets is not None:
            self._sockets.close()
            self._sockets = None

"""Sends notices by e-mail over SMTP."""

import hashlib
import logging
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate

from core.facts import Notice
from core.ports import CouldNotSend

PATIENCE_S = 8.0
log = logging.getLogger("heard.notices")


@dataclass(frozen=True, slots=True)
class MailSender:
    """One letter to every address of one audience.

    Args:
        starttls: refuse to go on where the server offers no encryption.
        to: everyone who gets the letter.
    """

    host: str
    port: int
    sender: str
    to: tuple[str, ...]
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = True
    name: str = "mail"

    def send(self, notice: Notice) -> None:
        """Hand the letter to the mail server, or raise CouldNotSend.

        It counts as sent once one address was taken: sending it again because another one is
        wrong would write to the right ones for ever.
        """
        try:
            with smtplib.SMTP(self.host, self.port, timeout=PATIENCE_S) as server:
                self._open(server)
                refused = server.send_message(self._letter(notice), self.sender, self._to(notice))
        except Exception as error:  # noqa: BLE001 - one bad letter must not hold up the others
            raise CouldNotSend(_reason(error)) from None
        if refused:
            log.warning("mail_refused_for_some: %d of %d", len(refused), len(self.to))

    def _to(self, notice: Notice) -> tuple[str, ...]:
        """The one person it is for, or everyone."""
        return (notice.to,) if notice.to else self.to

    def _open(self, server: smtplib.SMTP) -> None:
        if self.starttls:
            server.starttls(context=ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password)

    def _letter(self, notice: Notice) -> EmailMessage:
        """The letter, with a Message-ID that is the same each time: got twice, shown once."""
        letter = EmailMessage()
        letter["Subject"] = " ".join(notice.subject.split())
        letter["From"] = self.sender
        letter["To"] = ", ".join(self._to(notice))
        letter["Date"] = formatdate(usegmt=True)
        mark = hashlib.sha256(notice.id.encode()).hexdigest()[:32]
        letter["Message-ID"] = f"<{mark}@{self.sender.rpartition('@')[2]}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(notice.body)
        return letter


def _reason(error: Exception) -> str:
    """Why, in short: never what the server said, for it may repeat an address."""
    if isinstance(error, smtplib.SMTPResponseException):
        return f"mail: the server answered {error.smtp_code}"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "mail: the server took none of the addresses"
    if isinstance(error, ssl.SSLError):
        return "mail: the connection could not be made safe"
    return f"mail: {type(error).__name__}"

"""Sends notices by e-mail through GOV.UK Notify's web interface.

Source: docs.notifications.service.gov.uk/rest-api.html (email, authorisation header, error codes).
"""

import base64
import hmac
import json
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from core.facts import Notice
from core.ports import CouldNotSend

PATIENCE_S = 8.0
ID_LETTERS = 36
PATH = "/v2/notifications/email"


@dataclass(frozen=True, slots=True)
class NotifySender:
    """One letter to each address, by a template with ((subject)) and ((body)).

    Args:
        api_key: as Notify gives it: a name, the service's id and the secret, parted by hyphens.
        template: the id of the template.
        to: everyone who gets the letter.
        url: Notify, or another server in tests.
    """

    api_key: str = field(repr=False)
    template: str
    to: tuple[str, ...]
    url: str
    name: str = "mail"

    def send(self, notice: Notice) -> None:
        """Hand the letters to Notify, or raise CouldNotSend.

        It counts as sent once one address was taken, as with SMTP.
        """
        troubles: list[CouldNotSend] = []
        to = (notice.to,) if notice.to else self.to
        for address in to:
            try:
                self._post(notice, address)
            except CouldNotSend as trouble:
                troubles.append(trouble)
        if len(troubles) == len(to):
            raise troubles[0] if troubles else CouldNotSend("notify: there is no address")

    def _post(self, notice: Notice, address: str) -> None:
        told = {
            "email_address": address,
            "template_id": self.template,
            "personalisation": {"subject": notice.subject, "body": notice.body},
        }
        try:
            status, wait = self._ask(json.dumps(told).encode())
        except (OSError, HTTPException) as error:
            raise CouldNotSend(f"notify: {type(error).__name__}") from None
        if status != 201:
            raise CouldNotSend(f"notify: answered {status}", wait)

    def _ask(self, body: bytes) -> tuple[int, float | None]:
        """The status of the answer, and the wait that it asks for."""
        place = urlsplit(self.url)
        line = HTTPSConnection if place.scheme == "https" else HTTPConnection
        connection = line(place.hostname or "", place.port, timeout=PATIENCE_S)
        headers = {
            "Authorization": f"Bearer {token(self.api_key, int(time.time()))}",
            "Content-Type": "application/json",
            "User-Agent": "heard",
        }
        try:
            connection.request("POST", place.path.rstrip("/") + PATH, body, headers)
            answer = connection.getresponse()
            answer.read()
            wait = answer.getheader("Retry-After") or ""
            return answer.status, float(wait) if wait.isdecimal() else None
        finally:
            connection.close()


def token(api_key: str, at: int) -> str:
    """The JSON Web Token that says who asks: signed with the secret (HS256), good for 30 s."""
    service, secret = parts(api_key)
    told = ({"typ": "JWT", "alg": "HS256"}, {"iss": service, "iat": at})
    signed = ".".join(_text(json.dumps(part, separators=(",", ":")).encode()) for part in told)
    return f"{signed}.{_text(hmac.digest(secret.encode(), signed.encode(), 'sha256'))}"


def parts(api_key: str) -> tuple[str, str]:
    """The service's id and the secret, which stand at the end of a key."""
    return api_key[-2 * ID_LETTERS - 1 : -ID_LETTERS - 1], api_key[-ID_LETTERS:]


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

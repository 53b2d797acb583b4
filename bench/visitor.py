"""A visitor of the young person's form, as quick as loopback allows: one connection, kept open."""

import re
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

FIELD = re.compile(r'name="(csrf_token|key)"[^>]*value="([^"]*)"')
CODE = re.compile(r"[a-z]+(?:-[a-z]+){5}")
FORM = "application/x-www-form-urlencoded"


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser of their own: cookies, one connection.

    Args:
        port: where the server answers on 127.0.0.1.
        headers: what its browser, or a proxy before the server, says with each request.
    """

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    connection: HTTPConnection | None = None

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and body of one request. Raises OSError or HTTPException when it is cut off."""
        if self.connection is None:
            self.connection = HTTPConnection("127.0.0.1", self.port, timeout=15)
        cookies = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        headers = {**self.headers, "Cookie": cookies}
        if form is not None:
            headers["Content-Type"] = FORM
        try:
            body = None if form is None else urlencode(form)
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            told = answer.read().decode()
        except (OSError, HTTPException):
            self.hang_up()
            raise
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, told

    def hang_up(self) -> None:
        """Close the connection; the next request opens another."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def open_form(self) -> dict[str, str]:
        """The form's own tokens."""
        self.ask("GET", "/write")  # a short way, which ends at the one address
        _, page = self.ask("GET", "/")
        return {name: unescape(value) for name, value in FIELD.findall(page)}

    def send(self, tokens: dict[str, str], words: str) -> int:
        """Send words; the status of the answer."""
        status, _ = self.ask("POST", "/write", {**tokens, "words": words, "age": "12-17"})
        return status

    def code(self) -> str | None:
        """The word code on the page after Send."""
        _, page = self.ask("GET", "/")
        found = CODE.search(re.sub(r"<[^>]+>|\s+", " ", page).replace(" - ", "-"))
        return found.group() if found else None

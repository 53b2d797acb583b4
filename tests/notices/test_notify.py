"""GOV.UK Notify: a local server checks who asks and what is asked, and refuses as it is told."""

import base64
import hmac
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from core.facts import Notice
from core.ports import CouldNotSend
from notices.notify import NotifySender

SERVICE, SECRET = "11111111-2222-3333-4444-555555555555", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
KEY = f"heard_live-{SERVICE}-{SECRET}"
NOTICE = Notice("row", "safeguarding/mail", "Heard: look", "Somebody.\nNow.")


class Notify(BaseHTTPRequestHandler):
    asked: list[tuple[str, str, dict[str, object]]]
    answers: list[tuple[int, dict[str, str]]]

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, self.headers["Authorization"], body))
        status, headers = self.answers.pop(0) if self.answers else (201, {})
        self.send_response(status)
        for name, value in {"Content-Length": "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def notify():
    handler = type("Told", (Notify,), {"asked": [], "answers": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield handler, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def sender(url, *to):
    return NotifySender(KEY, "template-1", to, url)


def opened(token):
    head, body, seal = token.removeprefix("Bearer ").split(".")
    made = hmac.digest(SECRET.encode(), f"{head}.{body}".encode(), "sha256")
    assert base64.urlsafe_b64decode(seal + "=") == made
    return json.loads(base64.urlsafe_b64decode(head + "==")), json.loads(
        base64.urlsafe_b64decode(body + "==")
    )


def test_a_letter_is_asked_for_with_a_token_that_is_signed(notify):
    told, url = notify
    sender(url, "duty@council.example").send(NOTICE)
    ((path, authorization, body),) = told.asked
    assert path == "/v2/notifications/email"
    head, claims = opened(authorization)
    assert head == {"typ": "JWT", "alg": "HS256"}
    assert claims["iss"] == SERVICE
    assert abs(claims["iat"] - time.time()) < 30
    assert body == {
        "email_address": "duty@council.example",
        "template_id": "template-1",
        "personalisation": {"subject": "Heard: look", "body": "Somebody.\nNow."},
    }


def test_a_letter_for_one_person_goes_to_nobody_else(notify):
    told, url = notify
    sender(url, "a@b.example", "c@d.example").send(
        Notice("row", "person/mail", "s", "b", to="e@f.example")
    )
    assert [body["email_address"] for _, _, body in told.asked] == ["e@f.example"]


def test_one_address_that_is_refused_holds_up_no_other(notify):
    told, url = notify
    told.answers.append((400, {}))
    sender(url, "wrong@b.example", "c@d.example").send(NOTICE)
    assert len(told.asked) == 2


@pytest.mark.parametrize(
    ("status", "headers", "wait"), [(429, {"Retry-After": "7"}, 7.0), (403, {}, None)]
)
def test_a_refusal_is_told_in_short_with_the_wait_that_it_asks_for(notify, status, headers, wait):
    told, url = notify
    told.answers.append((status, headers))
    with pytest.raises(CouldNotSend) as caught:
        sender(url, "duty@council.example").send(NOTICE)
    assert caught.value.reason == f"notify: answered {status}"
    assert caught.value.retry_after == wait


def test_out_of_reach_could_not_send_and_no_key_is_printed():
    with pytest.raises(CouldNotSend):
        sender("http://127.0.0.1:9", "duty@council.example").send(NOTICE)
    assert SECRET not in repr(sender("http://127.0.0.1:9"))

"""Whoever sends far more than may come gets our page with our headers, and it is never read."""

import threading
from http.client import HTTPConnection

import pytest
import waitress
from waitress.utilities import RequestEntityTooLarge

from web import too_much

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_fifty_megabytes_are_refused_in_plain_words_before_they_are_read(app, monkeypatch) -> None:
    monkeypatch.setattr(RequestEntityTooLarge, "to_response", None)
    too_much.say_so_with(app)
    server = waitress.create_server(
        app, host="127.0.0.1", port=0, threads=1, max_request_body_size=1000, ident=None
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    asks = HTTPConnection("127.0.0.1", server.effective_port, timeout=10)
    asks.putrequest("POST", "/desk/imports/bring")
    asks.putheader("Content-Length", str(50 * 1024 * 1024))
    asks.endheaders()
    answer = asks.getresponse()
    page = answer.read().decode()
    asks.close()
    server.trigger.pull_trigger(server.close)  # by the thread that waits on its sockets
    thread.join(10)
    assert not thread.is_alive()
    assert answer.status == 413
    assert "Make the file smaller" in page
    assert "default-src" in (answer.headers["Content-Security-Policy"] or "")
    assert answer.headers["Cache-Control"] == "no-store"

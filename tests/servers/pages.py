"""Web servers on threads of this process, on ports of the machine's choosing."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.serving import make_server


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Where a WSGI app answers, for as long as the block lasts."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    runner = threading.Thread(target=server.serve_forever)
    runner.start()
    try:
        yield f"http://localhost:{server.port}"
    finally:
        server.shutdown()
        runner.join()
        server.server_close()


def weather(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
    """A WSGI app: the plain page that leaving opens, in place of somebody else's site."""
    start("200 OK", [("Content-Type", "text/html")])
    return [b"<!DOCTYPE html><html lang=en><title>Weather</title><h1>Sunny</h1>"]

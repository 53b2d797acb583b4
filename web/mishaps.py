"""What a visitor sees when something goes wrong: plain words, the help lines, the right status.

This is the door's one handler of any error at all (design: Errors). Of an unexpected one the log
holds its kind and where it happened, never its message: that may hold somebody's words.
"""

import logging
import traceback

from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from core.errors import HeardError
from core.marking import N_
from web import keeping
from web.door import Hanging
from web.tongue import told

log = logging.getLogger(__name__)
PLAIN = {
    400: (N_("We could not read that"), N_("Please go back to the start and try again.")),
    403: (N_("You cannot open this page"), N_("It is not for you, or you need to sign in.")),
    404: (N_("We cannot find that page"), N_("Check the address, or go to the start.")),
    405: (N_("That did not work"), N_("Please go back to the start and try again.")),
    413: (
        N_("That is too much to send at once"),
        N_("Nothing was saved. Please send a shorter message, then send the rest in another one."),
    ),
    429: (
        N_("Too many people are sending just now"),
        N_("Nothing was saved. Please wait one minute, then try again."),
    ),
    500: (
        N_("Something went wrong"),
        N_("It is our fault, not yours. Please try again in a few minutes."),
    ),
    503: (
        N_("Not saved"),
        N_("Something is broken at our end. Please try again in a few minutes."),
    ),
}

READING = (N_("We cannot open this just now"), PLAIN[503][1])

WORN_OUT = (
    N_("This page was open for a long time"),
    N_("Nothing was sent. Press Send again."),
)


def fit(app: Flask, _: Hanging) -> None:
    """Answer for every error."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(HeardError, _explained)
    app.register_error_handler(Exception, _unexpected)


def page(status: int, heading: str, words: str) -> Response:
    """The page that says what went wrong: sentences marked with N_, or told already."""
    body = render_template("mishap.html", heading=heading, words=words)
    return make_response(body, status)


def _refused(error: HTTPException) -> AnyResponse:
    status = error.code or 500
    if error.response is not None or status < 400:
        return make_response(error.get_response())
    heading, words = PLAIN.get(status, PLAIN[400 if status < 500 else 500])
    if isinstance(error, CSRFError):
        heading, words = WORN_OUT
    answer = _with_what_was_typed(status, words) or page(status, heading, words)
    kept = {"allow", "retry-after"}
    answer.headers.extend([(k, v) for k, v in error.get_headers() if k.lower() in kept])
    return answer


def _explained(error: HeardError) -> Response:
    heading = PLAIN.get(error.status, PLAIN[400])[0]
    reading = error.status >= 500 and request.method == "GET"
    return page(error.status, *READING) if reading else page(error.status, heading, told(error))


def _unexpected(error: Exception) -> AnyResponse:
    last = traceback.extract_tb(error.__traceback__)[-1]
    log.error("unexpected %s at %s:%s", type(error).__name__, last.filename, last.lineno)
    return _with_what_was_typed(500, PLAIN[503][1]) or page(500, *PLAIN[500])


def _with_what_was_typed(status: int, words: str) -> AnyResponse | None:
    """The form as it was filled in, where one was being sent and can still be read."""
    return None if status == 413 else keeping.kept(words, status)

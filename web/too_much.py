"""What is refused before it is read: a page of ours, in place of the server's bare line."""

from flask import Flask
from waitress.utilities import RequestEntityTooLarge

from web.mishaps import PLAIN, page

WORDS = "Nothing was saved. Make the file smaller, or cut it in two. A survey may have up to 4 MB."
Told = tuple[str, list[tuple[str, str]], bytes]


def say_so_with(app: Flask) -> None:
    """Answer whoever sends far too much with our page and all of its headers.

    Rationale: waitress refuses such a body before the application is asked, so that it never fills
    the memory. It has no setting for what it then says.
    """
    with app.test_request_context():
        answer = app.process_response(page(413, PLAIN[413][0], WORDS))
        told = (answer.status, answer.headers.to_wsgi_list(), answer.get_data())

    def to_response(_: RequestEntityTooLarge, ident: str | None = None) -> Told:
        return told[0], list(told[1]), told[2]

    RequestEntityTooLarge.to_response = to_response

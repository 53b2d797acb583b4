"""A small pocket in the browser: an encrypted, HttpOnly, short-lived cookie that only we can read.

It carries a code from one page to the next so that no code is ever in an address, and is emptied
when the person says "I've saved it", leaves, or half an hour is over.
"""

import json
from base64 import urlsafe_b64encode
from typing import cast

from cryptography.fernet import Fernet, InvalidToken
from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as AnyResponse

from web.door import Hanging, hanging

MINUTES = 30
LEFT_MINUTES = 10
SENT, OPENED, LEFT, PRESSED = "sent", "opened", "left", "pressed"
HERE, DRAFT, MEMBER = "here", "draft", "member"
CODES = (SENT, OPENED)


def fit(app: Flask, hung: Hanging) -> None:
    """Give the app the key of its pockets."""
    app.extensions["heard_pocket"] = Fernet(urlsafe_b64encode(hung.key_for("pocket")))


def put(
    response: AnyResponse,
    name: str,
    held: dict[str, str],
    minutes: int = MINUTES,
    *,
    session: bool = False,
) -> None:
    """Put something small into the pocket called `name`; `session`: gone with the browser."""
    sealed = _lock().encrypt(json.dumps(held).encode())
    response.set_cookie(
        hanging().cookie_name(name),
        sealed.decode(),
        max_age=None if session else minutes * 60,
        secure=hanging().https,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def look(name: str, minutes: int = MINUTES) -> dict[str, str]:
    """What the pocket called `name` holds; empty where it is not there, too old or not ours."""
    sealed = request.cookies.get(hanging().cookie_name(name), "")
    try:
        held = json.loads(_lock().decrypt(sealed.encode(), ttl=minutes * 60))
    except (InvalidToken, ValueError):
        return {}
    return cast(dict[str, str], held)


def empty(response: AnyResponse, *names: str) -> None:
    """Empty the pockets called `names`."""
    for name in names:
        response.delete_cookie(
            hanging().cookie_name(name), secure=hanging().https, httponly=True, samesite="Lax"
        )


def empty_all(response: Response) -> None:
    """Take back every cookie that we ever gave."""
    empty(response, *(SENT, OPENED, HERE, DRAFT, PRESSED, MEMBER, "notes", "language"))


def _lock() -> Fernet:
    return cast(Fernet, current_app.extensions["heard_pocket"])

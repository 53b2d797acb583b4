"""The half-finished form of this browser: its answers in our books, its key in the pocket alone."""

from contextlib import suppress

from werkzeug.wrappers import Response

from core.errors import HeardError
from services import drafts
from services.house import House
from web import pocket
from web.door import house
from web.keeping import Typed

KEY = "token"


def begun() -> bool:
    """Whether this browser began a form and it may still be there."""
    return bool(_token())


def held() -> Typed:
    """The answers so far; empty where nothing was begun or its time is over."""
    token = _token()
    return drafts.find(house(), token) if token else {}


def keep(onward: Response, answers: Typed) -> Response:
    """Keep the answers, and give the browser their key with the page that comes next.

    Raises:
        NotSaved: nothing was kept.
    """
    token = _token() or drafts.new_token()
    drafts.keep(house(), token, answers)
    pocket.put(onward, pocket.DRAFT, {KEY: token}, drafts.MINUTES)
    return onward


def drop(onward: Response) -> Response:
    """Take the key back at once, and forget the answers once the page is on its way.

    Rationale: whoever leaves or has sent must not wait for a busy database. Without its key a draft
    is unreadable already, and the clock forgets it within the hour.
    """
    token = _token()
    pocket.empty(onward, pocket.DRAFT)
    if token:
        there = house()
        onward.call_on_close(lambda: _forget(there, token))
    return onward


def _forget(there: House, token: str) -> None:
    with suppress(HeardError):
        drafts.drop(there, token)


def _token() -> str:
    return pocket.look(pocket.DRAFT, drafts.MINUTES).get(KEY, "")

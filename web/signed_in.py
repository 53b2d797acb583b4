"""Whether somebody is signed in at the desk in this browser, for pages that are not the desk's."""

from contextlib import suppress

from flask import request

from core.errors import HeardError
from services import accounts
from web.door import hanging, house


def here() -> bool:
    """True where the browser holds a session of the desk that is not over; it is not lengthened.

    Where the books cannot be read it is False: the page that says so must come all the same.
    """
    token = request.cookies.get(hanging().cookie_name("desk"), "")
    with suppress(HeardError):
        return bool(token) and accounts.officer_of(house(), token, touch=False) is not None
    return False

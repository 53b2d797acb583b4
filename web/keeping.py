"""Whatever goes wrong on the way to a form, what was typed comes back on the page.

A page that takes words names its keeper here; the guards and the error handler ask for it, so that
a worn-out token, a flood or a fault of ours never costs anybody their words.
"""

import secrets
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from flask import request, session
from werkzeug.wrappers import Response

from web.door import mac

# Rationale: Chromium keeps a whole page, typed words and all, for the Back button, even where the
# page says no-store and JavaScript is off, unless it was answered with another status than 200
# (tests/journeys/test_leaving.py). 203 is a success like 200 and nothing else changes.
FORGOTTEN_BY_BACK = 203

Typed = dict[str, str]
Keeper = Callable[[Typed, str, int], Response | None]
Choice = TypeVar("Choice", bound=StrEnum)
_keepers: dict[str, Keeper] = {}


def keeps(endpoint: str, keeper: Keeper) -> None:
    """Name the function that shows the form of `endpoint` again, with what was typed in it."""
    _keepers[endpoint] = keeper


def kept(message: str, status: int) -> Response | None:
    """The form that was being sent, filled in, with what went wrong; None where there is none."""
    keeper = _keepers.get(request.endpoint or "")
    if keeper is None or request.method != "POST":
        return None
    return keeper(request.form.to_dict(), message, status)


def typed_in(fields: tuple[str, ...]) -> Typed:
    """What was typed and chosen in the form that was sent; an empty text where nothing was."""
    return {field: request.form.get(field, "") for field in fields}


def number(typed: str, otherwise: int = 0) -> int:
    """The number that a form of ours sent back; what is none, or of thousands of figures, is not.

    Rationale: Python refuses to read a number of that many figures, and the page would fail.
    """
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else otherwise


def chosen(choices: type[Choice], value: str) -> Choice | None:
    """The choice with that value, or None where there is no such choice."""
    return choices(value) if value in set(choices) else None


def fresh_once_key() -> str:
    """A text for one form, so that one form sent twice is stored once. Only we can make one."""
    made = secrets.token_hex(16)
    return f"{made}.{_seal(made)}"


def once_key(typed: Mapping[str, str]) -> str:
    """The form's own key; a fresh one where it is missing or was not made by us."""
    key = typed.get("key", "")
    made, _, seal = key.partition(".")
    if secrets.compare_digest(seal.encode(), _seal(made).encode()):
        return key
    return fresh_once_key()


def _seal(made: str) -> str:
    """Ties a form's key to this browser's visit, which ends with "I've saved it" and on leaving.

    Rationale: with the key alone, the next person at a shared computer who finds the form still
    open would be given the first one's code.
    """
    visit = session.setdefault("visit", secrets.token_hex(16))
    return mac("once", f"{visit}.{made}")

"""The board for everyone: you said, we did, we can't and why; "me too" and short polls."""

import secrets
from collections.abc import Callable
from itertools import groupby

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from core.board import Point
from services import pinboard, polls
from web import keeping, pocket
from web.door import house

blueprint = Blueprint("board", __name__)
NINETY_DAYS = 90 * 24 * 60


@blueprint.get("/board")
def board() -> str:
    """Every point by theme, and the questions that are asked just now."""
    points = pinboard.points(house(), _browser())
    asked = polls.asked_now(house(), _browser())
    return render_template("public/board.html", themes=_by_theme(points), asked=asked)


@blueprint.post("/board/me-too")
def me_too() -> Response:
    """Say "me too" to a point, or take it back."""
    yes = request.form.get("yes") == "yes"
    return _once(lambda browser: pinboard.me_too(house(), _pressed(), browser, yes=yes))


@blueprint.post("/board/felt")
def felt() -> Response:
    """Say whether a thing that the council calls done can be felt."""
    yes = request.form.get("yes") == "yes"
    return _once(lambda browser: pinboard.say_felt(house(), _pressed(), browser, yes=yes))


@blueprint.post("/board/answer")
def answer() -> Response:
    """Answer a short question."""
    choice = keeping.number(request.form.get("choice", ""), -1)
    return _once(lambda browser: polls.answer(house(), _pressed(), choice, browser))


def _by_theme(points: tuple[Point, ...]) -> list[tuple[str, list[Point]]]:
    """Points under the plain name of their theme, in the themes' own order."""
    names = {theme.key: theme.plain for theme in house().themes().every}
    places = {key: place for place, key in enumerate(names)}
    ordered = sorted(points, key=lambda point: places.get(point.theme, len(places)))
    groups = groupby(ordered, key=lambda point: names.get(point.theme, ""))
    return [(name, list(group)) for name, group in groups]


def _pressed() -> str:
    return request.form.get("on", "")[:40]


def _browser() -> str:
    """The random token of this browser; empty where it never pressed anything."""
    return pocket.look(pocket.PRESSED, NINETY_DAYS).get("browser", "")


def _once(press: Callable[[str], None]) -> Response:
    """Press as this browser, which gets its token with its first press, and go back to the place.

    Rationale: a random token and no account. It goes on leaving, as every cookie of ours does:
    on a shared phone, leaving no trace counts more than an exact number.
    """
    browser = _browser() or secrets.token_hex(16)
    press(browser)
    place = f"p{_pressed()[:8]}"
    onward = redirect(url_for("board.board", _anchor=place), 303)
    pocket.put(onward, pocket.PRESSED, {"browser": browser}, NINETY_DAYS)
    return onward

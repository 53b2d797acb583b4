"""The one address of a young person's whole way. Which page it shows is kept in a small pocket.

Rationale: whoever looks into the history of a shared phone finds one neutral address, whatever was
said, sent or read there. Each press is a POST to that address, and a redirect to it again.
A module names its pages with `place` and what its buttons do with `deed`.
"""

from collections.abc import Callable

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web import keeping, pocket
from web.keeping import FORGOTTEN_BY_BACK, Keeper, Typed

START = "start"
Page = Callable[[], Response]
blueprint = Blueprint("here", __name__)
_places: dict[str, Page] = {}
_deeds: dict[str, Page] = {}
_keepers: dict[str, Keeper] = {}


def place(name: str) -> Callable[[Page], Page]:
    """Name a page; the pocket brings people to it by that name."""

    def named(page: Page) -> Page:
        _places[name] = page
        return page

    return named


def deed(name: str, keeper: Keeper | None = None) -> Callable[[Page], Page]:
    """Name what a button does, and who shows its form again if something goes wrong on the way."""

    def named(act: Page) -> Page:
        _deeds[name] = act
        if keeper is not None:
            _keepers[name] = keeper
        return act

    return named


def show() -> Response:
    """The page where this browser is; the first one where it is nowhere."""
    at = pocket.look(pocket.HERE).get("at", START)
    return _places.get(at, _places[START])()


def go(to: str, **held: str) -> Response:
    """On to a page, at the same address; `held` is what that page needs to know."""
    onward = redirect(url_for("start.start"), 303)
    pocket.put(onward, pocket.HERE, {"at": to, **held}, session=True)
    return onward


def page(template: str, status: int = FORGOTTEN_BY_BACK, **shown: object) -> Response:
    """A page of the way, which no browser keeps for its Back button."""
    return make_response(render_template(f"public/{template}.html", **shown), status)


@blueprint.post("/")
def act() -> Response:
    """Do what the button that was pressed says; nothing where we do not know it."""
    return _deeds.get(request.form.get("do", ""), show)()


def _keep(typed: Typed, mistake: str, status: int) -> Response | None:
    keeper = _keepers.get(typed.get("do", ""))
    return keeper(typed, mistake, status) if keeper else None


keeping.keeps("here.act", _keep)

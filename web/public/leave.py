"""Leaving in one press: our own address first, so that everything we gave the browser ends here.

For ten minutes afterwards every public page opens the weather too, so that Back shows none of
ours, with or without JavaScript.
"""

from flask import Blueprint, Flask, make_response, redirect, request
from werkzeug.wrappers import Response

from web import pocket
from web.door import Hanging, hanging
from web.public import draft

blueprint = Blueprint("leave", __name__)
STAY_OPEN = frozenset({"desk", "health", "leave", "static_file"})


@blueprint.get("/leave")
def leave() -> Response:
    """The plain page, with every cookie taken back and what was half-finished forgotten."""
    answer = make_response(redirect(hanging().leave_to, 303))
    draft.drop(answer)
    pocket.empty_all(answer)
    pocket.put(answer, pocket.LEFT, {"left": "yes"}, pocket.LEFT_MINUTES)
    return answer


def fit(app: Flask, _: Hanging) -> None:
    """Stand before every other guard: a form that is sent again by Reload shows nothing either."""
    app.before_request(_stay_away)


def _stay_away() -> Response | None:
    """Send a browser that just left on to the plain page again; officers work on."""
    place = (request.endpoint or "").partition(".")[0]
    if place in STAY_OPEN or not pocket.look(pocket.LEFT, pocket.LEFT_MINUTES):
        return None
    return redirect(hanging().leave_to, 303)

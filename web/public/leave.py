"""Leaving in one press: our own address first, so that everything we gave the browser ends here.

For ten minutes afterwards every public page opens the weather too, so that Back shows none of
ours, with or without JavaScript.
"""

from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response

from web import pocket
from web.door import hanging

blueprint = Blueprint("leave", __name__)


@blueprint.get("/leave")
def leave() -> Response:
    """The plain page, with every cookie taken back."""
    answer = make_response(redirect(hanging().leave_to, 303))
    pocket.empty_all(answer)
    pocket.put(answer, pocket.LEFT, {"left": "yes"}, pocket.LEFT_MINUTES)
    return answer


def stay_away() -> Response | None:
    """Send a browser that just left on to the plain page again."""
    left = pocket.look(pocket.LEFT, pocket.LEFT_MINUTES)
    if not left or request.endpoint == "leave.leave":
        return None
    return redirect(hanging().leave_to, 303)

"""The page after Send: help first where it is needed, then the code, large, until it is saved."""

from datetime import date

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from core.dates import with_weekday
from core.facts import Acknowledgement, Voice
from web import pocket

blueprint = Blueprint("sent", __name__)


def carry(thanks: Acknowledgement, voice: Voice, onward: Response) -> Response:
    """Put what was acknowledged into the pocket of the answer that goes on to this page."""
    held = {
        "voice": voice,
        "code": thanks.receipt or "",
        "look_back_on": thanks.look_back_on.isoformat(),
        "help": "yes" if thanks.help_first else "",
        "again": "added" if thanks.added else "repeated" if thanks.repeated else "",
    }
    pocket.put(onward, pocket.SENT, held)
    return onward


@blueprint.get("/sent")
def sent() -> Response:
    """The code and the day to look back; the start where there is nothing to show."""
    held = pocket.look(pocket.SENT)
    if not held:
        return redirect(url_for("start.start"), 303)
    day = with_weekday(date.fromisoformat(held["look_back_on"]))
    return make_response(render_template("public/sent.html", held=held, day=day))


@blueprint.post("/sent")
def saved() -> Response:
    """Forget the code: the person has it now."""
    answer = redirect(url_for("sent.goodbye"), 303)
    pocket.empty(answer, pocket.SENT, "notes")
    return answer


@blueprint.get("/goodbye")
def goodbye() -> str:
    """Nothing is left on this device; where to go now."""
    return render_template("public/goodbye.html")

"""The page after Send: help first where it is needed, then the code, large, until it is saved."""

from datetime import date

from flask import Blueprint
from werkzeug.wrappers import Response

from core.facts import Acknowledgement, Voice
from web import pocket
from web.public import here, readback

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
    """A way straight to the code, for other forms of ours; it ends at the one address."""
    return here.go("sent")


@here.place("sent")
def last() -> Response:
    """The code and the day to look back; the start where there is nothing to show."""
    held = pocket.look(pocket.SENT)
    if not held:
        return here.page("start", begun=False)
    on, code = date.fromisoformat(held["look_back_on"]), held["code"]
    about = readback.told_back(code) if code and not held["help"] else ()
    thanks = pocket.look(pocket.HERE).get("thanks", "")
    return here.page("sent", held=held, on=on, about=about, thanks=thanks)


@here.deed("saved")
def saved() -> Response:
    """Forget the code: the person has it now."""
    answer = here.go("goodbye")
    pocket.empty(answer, pocket.SENT, "notes")
    return answer


@here.place("goodbye")
def goodbye() -> Response:
    """Nothing is left on this device; where to go now."""
    return here.page("goodbye")

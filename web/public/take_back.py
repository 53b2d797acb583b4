"""Taking words back in two steps, at the one neutral address: asked once more, then done."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from core.errors import KeptByLaw, KeptForNow, NotSaved, ReadFirst, TakenBack
from services import withdrawing
from web import pocket
from web.door import house

blueprint = Blueprint("take_back", __name__)
ASKED = "asked"
NOT_NOW = "That did not work. It is still here. Please press again in a few minutes."


@blueprint.post("/look-back/take-back")
def take_back() -> Response:
    """Ask once more, do it, or keep it. "Yes" counts only where it was asked here before."""
    held, answer = pocket.look(pocket.OPENED), request.form.get("answer", "")
    onward = redirect(url_for("look_back.look_back"), 303)
    if answer == "yes" and ASKED in held:
        try:
            withdrawing.withdraw(house(), held["code"])
        except ReadFirst:
            return onward  # the page there says so, with who to ring
        except (KeptByLaw, KeptForNow, NotSaved) as error:
            return confirm(held["code"], _why(error), error.status)
    _remember(onward, held, answer)
    return onward


def _why(error: KeptByLaw | KeptForNow | NotSaved) -> str:
    return NOT_NOW if isinstance(error, NotSaved) else str(error)


def _remember(onward: Response, held: dict[str, str], answer: str) -> None:
    """Keep the code in the pocket, and whether it was just asked."""
    if held:
        asked = {ASKED: "yes"} if answer == "ask" else {}
        pocket.put(onward, pocket.OPENED, {"code": held["code"], **asked})


def confirm(code: str, mistake: str, status: int) -> Response:
    """What taking it back does and what it cannot do; or why a person has to read it first."""
    first = withdrawing.must_be_read_first(house(), code)
    body = render_template("public/take_back.html", read_first=first, mistake=mistake)
    return make_response(body, status)


def gone(error: TakenBack, status: int) -> Response:
    """The day on which it was taken back, and nothing else."""
    return make_response(render_template("public/taken_back.html", told=str(error)), status)

"""Taking words back in two steps, at the one neutral address: asked once more, then done."""

from flask import request
from werkzeug.wrappers import Response

from core.errors import KeptByLaw, KeptForNow, NotSaved, ReadFirst, TakenBack
from core.marking import N_
from services import withdrawing
from web import pocket
from web.door import house
from web.public import here
from web.tongue import said, told

ASKED = "asked"
NOT_NOW = N_("That did not work. It is still here. Please press again in a few minutes.")


@here.deed("take_back")
def take_back() -> Response:
    """Ask once more, do it, or keep it. "Yes" counts only where it was asked here before."""
    held, answer = pocket.look(pocket.OPENED), request.form.get("answer", "")
    onward = here.go("story")
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
    return said(NOT_NOW) if isinstance(error, NotSaved) else told(error)


def _remember(onward: Response, held: dict[str, str], answer: str) -> None:
    """Keep the code in the pocket, and whether it was just asked."""
    if held:
        asked = {ASKED: "yes"} if answer == "ask" else {}
        pocket.put(onward, pocket.OPENED, {"code": held["code"], **asked})


def confirm(code: str, mistake: str, status: int) -> Response:
    """What taking it back does and what it cannot do; or why a person has to read it first."""
    first = withdrawing.must_be_read_first(house(), code)
    return here.page("take_back", status, read_first=first, mistake=mistake)


def gone(error: TakenBack, status: int) -> Response:
    """The day on which it was taken back, and nothing else."""
    return here.page("taken_back", status, told=told(error))

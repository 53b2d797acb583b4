"""The page after Send: help first where it is needed, then the code, large, until it is saved."""

from datetime import date

from flask import Blueprint
from werkzeug.wrappers import Response

from core.choices import Choice, read_by
from core.errors import HeardError
from core.facts import Acknowledgement, Voice
from core.working_days import london_day
from core.working_time import is_open
from services import choosing
from services.house import office_hours
from web import keeping, pocket
from web.door import house
from web.keeping import Typed
from web.public import here, readback
from web.tongue import told

blueprint = Blueprint("sent", __name__)


def carry(
    thanks: Acknowledgement, voice: Voice, onward: Response, *, contact: bool = False
) -> Response:
    """Put what was acknowledged into the pocket of the answer that goes on to this page.

    Args:
        contact: they asked us to contact them and said how, so nobody asks them that again.
    """
    held = {
        "voice": voice,
        "code": thanks.receipt or "",
        "look_back_on": thanks.look_back_on.isoformat(),
        "help": "yes" if thanks.help_first else "",
        "again": "added" if thanks.added else "repeated" if thanks.repeated else "",
        "chose": Choice.CONTACT_ME if contact and thanks.help_first else "",
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
    return _page({}, "", keeping.FORGOTTEN_BY_BACK)


def _page(typed: Typed, mistake: str, status: int) -> Response:
    """The page; after a worry with by when a person reads it, and what they may like to choose."""
    held, home = pocket.look(pocket.SENT), house()
    code, thanks = held["code"], pocket.look(pocket.HERE).get("thanks", "")
    read_on = read_by(home.now(), office_hours(home), home.rules.read_hours)
    return here.page(
        "sent",
        status,
        held=held,
        about=readback.told_back(code) if code and not held["help"] else (),
        thanks=thanks,
        on=date.fromisoformat(held["look_back_on"]),
        read_on=london_day(read_on),
        open_now=is_open(home.now(), office_hours(home)),
        typed=typed,
        mistake=mistake,
    )


@here.deed("choose", _page)
def choose() -> Response:
    """Keep what they would like after telling of a worry; the page says what comes of it."""
    held, typed = pocket.look(pocket.SENT), keeping.typed_in(("choice", "reach"))
    chosen = keeping.chosen(Choice, typed["choice"])
    if not held or chosen is None:
        return here.go("sent")
    try:
        choosing.choose(house(), held["code"], chosen, typed["reach"])
    except HeardError as error:
        return _page(typed, told(error), error.status)
    answer = here.go("sent")
    pocket.put(answer, pocket.SENT, {**held, "chose": chosen})
    return answer


@here.deed("saved")
def saved() -> Response:
    """Forget every code: the person has it now, and the page says that none is left here."""
    answer = here.go("goodbye")
    pocket.empty(answer, *pocket.CODES, "notes")
    return answer


@here.place("goodbye")
def goodbye() -> Response:
    """Nothing is left on this device; where to go now."""
    return here.page("goodbye")

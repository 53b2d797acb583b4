"""A child is at risk now: who to ring, and a word to the safeguarding lead, sent at once."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import Door, Kind, Openness, Submission, Voice
from core.questions import ON_THE_WEB, PRACTITIONERS
from services import intake
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.public import sent
from web.public.openness import who

blueprint = Blueprint("at_risk", __name__)
FIELDS = ("words", "who", "call", "reach", "key")
ASKED = {**PRACTITIONERS, **ON_THE_WEB}


@blueprint.get("/work/now")
def ring() -> Response:
    """The numbers first, then the short form."""
    return _form({}, "", keeping.FORGOTTEN_BY_BACK)


@blueprint.post("/work/now")
def tell() -> Response:
    """Store it with an alert, and go on to the page with the code."""
    typed = keeping.typed_in(FIELDS)
    try:
        thanks = intake.receive(house(), _submission(typed))
    except HeardError as error:
        return _form(typed, str(error), error.status)
    return sent.carry(thanks, Voice.PRACTITIONER, redirect(url_for("sent.sent"), 303))


def _submission(typed: Typed) -> Submission:
    return Submission(
        voice=Voice.PRACTITIONER,
        door=Door.WEB,
        words=typed["words"],
        once_key=keeping.once_key(typed),
        kind=Kind.CONCERN,
        who=who(typed, chosen(Openness, typed["who"]) or Openness.ANONYMOUS),
        asked_for_help=True,
    )


def _form(typed: Typed, mistake: str, status: int) -> Response:
    body = render_template(
        "public/work_now.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        mistake=mistake,
        not_saved=status >= 429,
        asked=ASKED,
    )
    return make_response(body, status)


keeping.keeps("at_risk.tell", _form)

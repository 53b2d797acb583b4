"""An adult writes down what a young person says: their words and what the adult saw, kept apart."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from flask_babel import force_locale
from markupsafe import Markup
from werkzeug.wrappers import Response

from core.assisted import HELPERS, details_of
from core.errors import HeardError
from core.facts import AgeBand, Door, Face, Permission, Submission, Voice
from core.questions import WITH_AN_ADULT
from core.tongues import ENGLISH
from services import intake
from web import keeping, tongue
from web.door import house
from web.keeping import Typed, chosen
from web.public import sent
from web.public.asking import FACES
from web.tongue import told

blueprint = Blueprint("together", __name__)
FIELDS = ("knows", "helper", "area", "face", "words", "age", "saw", "quote", "risk", "key")


class NotAgreed(HeardError):
    """The young person was not asked, or said no."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "Only send a young person's words if they said yes. If you are worried about them, "
            "raise a concern of your own."
        )


@blueprint.get("/together")
def write() -> Response:
    """The empty form."""
    return _form({}, "", keeping.FORGOTTEN_BY_BACK)


@blueprint.post("/together")
def send() -> Response:
    """Hand the words to intake, and go on to the page with the code, for the young person."""
    typed = keeping.typed_in(FIELDS)
    try:
        if typed["knows"] != "yes":
            raise NotAgreed
        thanks = intake.receive(house(), _submission(typed))
    except HeardError as error:
        return _form(typed, told(error), error.status)
    return sent.carry(thanks, Voice.YOUNG_PERSON, redirect(url_for("sent.sent"), 303))


def _submission(typed: Typed) -> Submission:
    return Submission(
        voice=Voice.YOUNG_PERSON,
        door=Door.WEB,
        words=typed["words"],
        once_key=keeping.once_key(typed),
        topic=house().themes().current(typed["area"]),
        face=chosen(Face, typed["face"]),
        age_band=chosen(AgeBand, typed["age"]),
        permission=chosen(Permission, typed["quote"]) or Permission.COUNT_ONLY,
        asked_for_help=typed["risk"] == "yes",
        details=details_of(typed["saw"], knows=True, helper=typed["helper"]),
    )


def _read_out() -> Markup:
    """Who reads this, in the language that was chosen for the young person; else nothing."""
    theirs = tongue.chosen_here()
    if theirs.shown is ENGLISH:
        return Markup()
    with force_locale(theirs.shown.code):
        return Markup(render_template("public/_read_out.html", theirs=theirs))  # noqa: S704 - ours


def _form(typed: Typed, mistake: str, status: int) -> Response:
    body = render_template(
        "public/together.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        mistake=mistake,
        wrong="knows" if status == NotAgreed.status else "words",
        not_saved=status >= 429,
        themes=house().themes().for_young_people,
        faces=FACES,
        ages=[(str(band), str(band).replace("-", " to ")) for band in AgeBand],
        asked=WITH_AN_ADULT,
        helpers=HELPERS.items(),
        read_out=_read_out(),
    )
    return make_response(body, status)


keeping.keeps("together.send", _form)

"""The practitioner's form: a child at risk comes first, then the concern and the proper routes."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import Door, Kind, Openness, Permission, Submission, Voice
from core.questions import ON_THE_WEB
from services import intake
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.public import sent
from web.public.openness import who

blueprint = Blueprint("practitioner", __name__)
DETAILS = ("team", "impact", "tried", "helps")
FIELDS = (
    *("risk", "kind", "area", "words", "quote", "who", "call", "reach", "key"),
    *DETAILS,
)


@blueprint.get("/work")
def write() -> Response:
    """The empty form."""
    return _form({}, "", keeping.FORGOTTEN_BY_BACK)


@blueprint.post("/work")
def send() -> Response:
    """Hand the concern to intake, and go on to the page with the code."""
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
        kind=chosen(Kind, typed["kind"]) or Kind.CONCERN,
        topic=typed["area"] if typed["area"] in house().themes().by_key else None,
        permission=chosen(Permission, typed["quote"]) or Permission.COUNT_ONLY,
        who=who(typed, chosen(Openness, typed["who"]) or Openness.ANONYMOUS),
        asked_for_help=typed["risk"] == "yes",
        details=tuple((ON_THE_WEB[name], typed[name]) for name in DETAILS if typed[name].strip()),
    )


def _form(typed: Typed, mistake: str, status: int) -> Response:
    key = keeping.once_key(typed) if typed else keeping.fresh_once_key()
    body = render_template(
        "public/work.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=key,
        mistake=mistake,
        not_saved=status >= 429,
        areas=house().themes().themes,
        details=DETAILS,
        asked=ON_THE_WEB,
    )
    return make_response(body, status)


keeping.keeps("practitioner.send", _form)

"""The practitioner's form: a child at risk first, then the questions, then a look before sending.

Nothing is kept between the steps: the words stand in the page, to be mended and sent.
"""

from collections.abc import Mapping

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from core.errors import HeardError, NothingSaid
from core.facts import Door, Kind, Openness, Permission, Submission, Voice
from core.questions import ON_THE_WEB, PRACTITIONERS
from core.slips import LookedOver, replaced, slips_of
from services import intake, slips
from services.others import raised_too
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.public import sent
from web.public.openness import who

blueprint = Blueprint("practitioner", __name__)
DETAILS = ("team", "impact", "tried", "helps")
FIELDS = (*("kind", "area", "words", "quote", "who", "call", "reach", "key", "rounds"), *DETAILS)
ASKED = {**PRACTITIONERS, **ON_THE_WEB}
TEXTS = ("words", *DETAILS)
MOST_ROUNDS = 3


@blueprint.get("/work")
def start() -> str:
    """Is a child at risk now? Both answers are links: nothing has been typed yet."""
    return render_template("public/work.html", asked=ASKED)


@blueprint.get("/work/tell")
def write() -> Response:
    """The empty form."""
    return _form({}, "", keeping.FORGOTTEN_BY_BACK)


@blueprint.post("/work/tell")
def send() -> Response:
    """Look it over, as often as something new is seen; then hand it to intake."""
    typed = keeping.typed_in(FIELDS)
    try:
        if not typed["words"].strip():
            raise NothingSaid
        again = _to_look_at(typed)
        thanks = None if again else intake.receive(house(), _submission(typed))
    except HeardError as error:
        return _form(typed, str(error), error.status)
    if again or thanks is None:
        return _form(typed, "", 200, again)
    return sent.carry(thanks, Voice.PRACTITIONER, redirect(url_for("sent.sent"), 303))


def _to_look_at(typed: Typed) -> LookedOver | None:
    """What the writer should see before it is sent: always at first, later only what is new."""
    rounds, seen = _rounds(typed), set(request.form.getlist("seen"))
    looked = slips.look_over(house(), [typed[name] for name in TEXTS])
    if not rounds:
        return looked
    fresh = any(one.value not in seen for one in looked.slips)
    return looked if fresh and rounds < MOST_ROUNDS else None


def _rounds(typed: Mapping[str, str]) -> int:
    told = typed.get("rounds", "")
    return int(told) if told in {"1", "2", "3"} else 0


def _submission(typed: Typed) -> Submission:
    ticked = slips_of(request.form.getlist("replace"))
    said = {name: replaced(typed[name], ticked) for name in TEXTS}
    return Submission(
        voice=Voice.PRACTITIONER,
        door=Door.WEB,
        words=said["words"],
        once_key=keeping.once_key(typed),
        kind=chosen(Kind, typed["kind"]) or Kind.CONCERN,
        topic=typed["area"] if typed["area"] in house().themes().by_key else None,
        permission=chosen(Permission, typed["quote"]) or Permission.COUNT_ONLY,
        who=who(typed, chosen(Openness, typed["who"]) or Openness.ANONYMOUS),
        details=tuple((ASKED[name], said[name]) for name in DETAILS if said[name].strip()),
    )


def _form(typed: Typed, mistake: str, status: int, looked: LookedOver | None = None) -> Response:
    body = render_template(
        "public/work_tell.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        mistake=mistake,
        not_saved=status >= 429,
        looked=looked,
        others=raised_too(house(), typed.get("area")) if looked else None,
        ticked=set(request.form.getlist("replace")),
        rounds=_rounds(typed) + 1 if looked else _rounds(typed),
        areas=house().themes().themes,
        details=DETAILS,
        asked=ASKED,
    )
    return make_response(body, status)


keeping.keeps("practitioner.send", _form)

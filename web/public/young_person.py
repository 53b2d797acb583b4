"""The young person's form: what it is about, a face, their words, and how much of themselves to show."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import AgeBand, Door, Face, Openness, Permission, Submission, Voice, Who
from core.themes import BY_KEY, FOR_YOUNG_PEOPLE
from services import intake
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.public import sent

blueprint = Blueprint("young_person", __name__)
FIELDS = ("about", "face", "words", "age", "unsafe", "who", "call", "reach", "quote", "key")
UNSAFE = "I feel unsafe. Please contact me."
FACES = (
    (Face.GREAT, "😀", "Great"),
    (Face.GOOD, "🙂", "Good"),
    (Face.OKAY, "😐", "OK"),
    (Face.BAD, "🙁", "Bad"),
    (Face.AWFUL, "😢", "Awful"),
)


@blueprint.get("/write")
def write() -> Response:
    """The empty form."""
    return _form({}, "", 200)


@blueprint.post("/write")
def send() -> Response:
    """Hand the words to intake, and go on to the page with the code."""
    typed = keeping.typed_in(FIELDS)
    try:
        thanks = intake.receive(house(), _submission(typed))
    except HeardError as error:
        return _form(typed, str(error), error.status)
    return sent.carry(thanks, redirect(url_for("sent.sent"), 303))


def _submission(typed: Typed) -> Submission:
    unsafe = bool(typed["unsafe"])
    return Submission(
        voice=Voice.YOUNG_PERSON,
        door=Door.WEB,
        words=typed["words"] if typed["words"].strip() or not unsafe else UNSAFE,
        once_key=keeping.once_key(typed),
        topic=typed["about"] if typed["about"] in BY_KEY else None,
        face=chosen(Face, typed["face"]),
        age_band=chosen(AgeBand, typed["age"]),
        permission=chosen(Permission, typed["quote"]) or Permission.COUNT_ONLY,
        who=_who(typed, unsafe),
        asked_for_help=unsafe,
    )


def _who(typed: Typed, unsafe: bool) -> Who:
    """What they told about themselves; nothing where they chose so, unless they asked to be found."""
    name, reach = typed["call"].strip(), typed["reach"].strip()
    openness = chosen(Openness, typed["who"])
    if openness is None or (unsafe and reach):
        openness = Openness.CONTACT if reach else Openness.NICKNAME if name else Openness.ANONYMOUS
    if openness is Openness.ANONYMOUS:
        return Who()
    return Who(openness, name, reach if openness is Openness.CONTACT else "")


def _form(typed: Typed, mistake: str, status: int) -> Response:
    key = keeping.once_key(typed) if typed else keeping.fresh_once_key()
    body = render_template(
        "public/write.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=key,
        mistake=mistake,
        not_saved=status >= 429,
        topics=FOR_YOUNG_PEOPLE,
        faces=FACES,
        unsafe=UNSAFE,
    )
    return make_response(body, status)


keeping.keeps("young_person.send", _form)

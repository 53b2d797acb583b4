"""The young person's form: a topic, a face, their words, and how much of themselves to show."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import AgeBand, Door, Face, Openness, Permission, Submission, Voice
from core.questions import YOUNG_PEOPLE
from services import intake
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.public import sent
from web.public.openness import who

blueprint = Blueprint("young_person", __name__)
FIELDS = ("about", "face", "words", "age", "unsafe", "who", "call", "reach", "quote", "key")
UNSAFE = "I feel unsafe. Please contact me."
UNSURE = ("", "I'm not sure")
# Each face with its word and the line of its mouth.
FACES = (
    (Face.GREAT, "Great", "M10 22q10 14 20 0z"),
    (Face.GOOD, "Good", "M11 24q9 8 18 0"),
    (Face.OKAY, "OK", "M12 27h16"),
    (Face.BAD, "Bad", "M12 29q8-6 16 0"),
    (Face.AWFUL, "Awful", "M11 31q9-11 18 0"),
)
AGES = (
    *((str(band), str(band).replace("-", " to ")) for band in AgeBand),
    ("", "I'd rather not say"),
)


@blueprint.get("/write")
def write() -> Response:
    """The empty form."""
    return _form({}, "", keeping.FORGOTTEN_BY_BACK)


@blueprint.post("/write")
def send() -> Response:
    """Hand the words to intake, and go on to the page with the code."""
    typed = keeping.typed_in(FIELDS)
    try:
        thanks = intake.receive(house(), _submission(typed))
    except HeardError as error:
        return _form(typed, str(error), error.status)
    return sent.carry(thanks, Voice.YOUNG_PERSON, redirect(url_for("sent.sent"), 303))


def _submission(typed: Typed) -> Submission:
    unsafe = bool(typed["unsafe"])
    return Submission(
        voice=Voice.YOUNG_PERSON,
        door=Door.WEB,
        words=typed["words"] if typed["words"].strip() or not unsafe else UNSAFE,
        once_key=keeping.once_key(typed),
        topic=typed["about"] if typed["about"] in house().themes().by_key else None,
        face=chosen(Face, typed["face"]),
        age_band=chosen(AgeBand, typed["age"]),
        permission=chosen(Permission, typed["quote"]) or Permission.COUNT_ONLY,
        who=who(typed, _openness(typed, unsafe)),
        asked_for_help=unsafe,
    )


def _openness(typed: Typed, unsafe: bool) -> Openness:
    """What they chose; who asked for help and left a way to be reached may be reached."""
    reach = typed["reach"].strip()
    openness = chosen(Openness, typed["who"])
    if openness is not None and not (unsafe and reach):
        return openness
    if reach:
        return Openness.CONTACT
    return Openness.NICKNAME if typed["call"].strip() else Openness.ANONYMOUS


def _form(typed: Typed, mistake: str, status: int) -> Response:
    key = keeping.once_key(typed) if typed else keeping.fresh_once_key()
    body = render_template(
        "public/write.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=key,
        mistake=mistake,
        not_saved=status >= 429,
        topics=(UNSURE, *((t.key, t.plain) for t in house().themes().for_young_people)),
        faces=FACES,
        ages=AGES,
        unsafe=UNSAFE,
        asked=YOUNG_PEOPLE,
    )
    return make_response(body, status)


keeping.keeps("young_person.send", _form)

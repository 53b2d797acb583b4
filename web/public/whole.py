"""The same questions all on one page, for those who would rather see them at once."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import Voice
from services import intake
from web import keeping
from web.door import house
from web.keeping import Typed
from web.packing import packed
from web.public import draft, here, sent
from web.public.answers import UNSAFE, submission_of
from web.public.asking import EVERY_FIELD, FIELDS, shown_with
from web.tongue import told

blueprint = Blueprint("whole", __name__)


@blueprint.get("/write")
def write() -> Response:
    """A way straight to this page, for links; it ends at the one address."""
    return here.go("whole")


@here.place("whole")
def whole() -> Response:
    """The empty page."""
    return packed(_form({}, "", keeping.FORGOTTEN_BY_BACK))


def _form(typed: Typed, mistake: str, status: int) -> Response:
    key = keeping.once_key(typed) if typed else keeping.fresh_once_key()
    return here.page(
        "whole",
        status,
        big=False,
        hidden=(),
        steps=tuple(FIELDS),
        key=key,
        unsafe=UNSAFE,
        ticked=typed.get("unsafe", ""),
        mistake=mistake,
        not_saved=status >= 429,
        **shown_with(typed, house().themes()),
    )


@blueprint.post("/write")
def send() -> Response:
    """The same as the button does."""
    return send_all()


@here.deed("send_all", _form)
def send_all() -> Response:
    """Hand it all to intake, and go on to the page with the code."""
    typed = keeping.typed_in((*EVERY_FIELD, "unsafe", "key"))
    try:
        said = submission_of(typed, house().themes(), unsafe=bool(typed["unsafe"]))
        thanks = intake.receive(house(), said)
    except HeardError as error:
        return _form(request.form.to_dict(), told(error), error.status)
    contact = said.asked_for_help and bool(said.who.reach.strip())
    onward = sent.carry(thanks, Voice.YOUNG_PERSON, here.go("sent"), contact=contact)
    return draft.drop(onward)


keeping.keeps("whole.send", _form)

"""Members of the young people's council read what is to be printed of them, and say yes or no."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from core.errors import HeardError, WrongCode
from services import signing
from web import guards, keeping, pocket
from web.door import house
from web.keeping import FORGOTTEN_BY_BACK, Typed
from web.tongue import told

blueprint = Blueprint("signing", __name__)


@blueprint.get("/council")
def council() -> Response:
    """What waits to be signed off; the box for a code where nobody has given one."""
    return _show({}, "", FORGOTTEN_BY_BACK)


@blueprint.post("/council")
def open_council() -> Response:
    """Take a member's code."""
    typed = keeping.typed_in(("code",))
    try:
        signing.try_member(house(), typed["code"], guards.neighbourhood())
    except HeardError as error:
        return _ask(typed, told(error), error.status)
    answer = redirect(url_for("signing.council"), 303)
    pocket.put(answer, pocket.MEMBER, {"code": typed["code"]})
    return answer


@blueprint.post("/council/sign")
def sign() -> Response:
    """Keep what the member says."""
    typed = keeping.typed_in(("draft", "seen", "answer", "why"))
    yes, why, seen = typed["answer"] == "yes", typed["why"], typed["seen"]
    try:
        signing.sign(house(), _code(), typed["draft"], yes=yes, why=why, seen=seen)
    except HeardError as error:
        return _show(typed, told(error), error.status)
    return make_response(render_template("public/signed.html"), FORGOTTEN_BY_BACK)


@blueprint.post("/council/close")
def close_council() -> Response:
    """Forget the code on this device."""
    answer = redirect(url_for("signing.council"), 303)
    pocket.empty(answer, pocket.MEMBER)
    return answer


def _code() -> str:
    return pocket.look(pocket.MEMBER).get("code", "")


def _ask(typed: Typed, mistake: str, status: int) -> Response:
    page = render_template("public/council.html", code=typed.get("code", ""), mistake=mistake)
    return make_response(page, status)


def _show(typed: Typed, mistake: str, status: int) -> Response:
    if not _code():
        return _ask({}, mistake, status)
    try:
        found = signing.to_sign(house(), _code())
    except WrongCode as error:
        return _ask({}, told(error), error.status)
    page = render_template(
        "public/council_paper.html",
        found=found,
        page=Markup(found.page) if found else "",  # noqa: S704 - made and escaped by reports
        typed=typed,
        mistake=mistake,
    )
    return make_response(page, status)


def _kept(typed: Typed, mistake: str, status: int) -> Response:
    return _show(typed | {"why": request.form.get("why", "")}, mistake, status)


keeping.keeps("signing.open_council", _ask)
keeping.keeps("signing.sign", _kept)

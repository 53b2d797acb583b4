"""Looking back with a code: how it goes, our answers, room to say more; never the first words."""

from contextlib import suppress

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from core.errors import HeardError, TakenBack, WrongCode
from core.stories import Story
from services import guesses, lookback
from web import guards, keeping, pocket
from web.door import house
from web.keeping import Typed
from web.public import take_back
from web.public.journey import journey_of
from web.tongue import told

blueprint = Blueprint("look_back", __name__)


@blueprint.get("/look-back")
def look_back() -> Response:
    """The story of the code in the pocket; the box for a code where there is none."""
    held = pocket.look(pocket.OPENED)
    if not held.get("code"):
        return _ask({}, "", keeping.FORGOTTEN_BY_BACK)
    try:
        if take_back.ASKED in held:
            return take_back.confirm(held["code"], "", keeping.FORGOTTEN_BY_BACK)
        return _story({}, "", keeping.FORGOTTEN_BY_BACK)
    except TakenBack as error:
        return take_back.gone(error, keeping.FORGOTTEN_BY_BACK)
    except WrongCode as error:
        return _ask({}, str(error), error.status)


@blueprint.post("/look-back")
def open_with_code() -> Response:
    """Take a code, however it is written, and go on to its story."""
    typed = keeping.typed_in(("code",))
    try:
        with suppress(TakenBack):
            guesses.try_code(house(), typed["code"], guards.neighbourhood())
    except HeardError as error:
        return _ask(typed, told(error), error.status)
    answer = redirect(url_for("look_back.look_back"), 303)
    pocket.put(answer, pocket.OPENED, {"code": typed["code"]})
    return answer


@blueprint.post("/look-back/more")
def say_more() -> Response:
    """Add words to what was said before."""
    typed = keeping.typed_in(("words", "key"))
    code = pocket.look(pocket.OPENED).get("code", "")
    try:
        lookback.say_more(house(), code, typed["words"], keeping.once_key(typed))
    except HeardError as error:
        return _again(typed, str(error), error.status)
    return redirect(url_for("look_back.look_back"), 303)


@blueprint.post("/look-back/close")
def close() -> Response:
    """Forget the code on this device."""
    answer = redirect(url_for("sent.goodbye"), 303)
    pocket.empty(answer, pocket.OPENED)
    return answer


def _ask(typed: Typed, mistake: str, status: int) -> Response:
    body = render_template("public/code.html", code=typed.get("code", ""), mistake=mistake)
    return make_response(body, status)


def _story(typed: Typed, mistake: str, status: int) -> Response:
    code = pocket.look(pocket.OPENED).get("code", "")
    return _show(lookback.open_story(house(), code), typed, mistake, status)


def _again(typed: Typed, mistake: str, status: int) -> Response:
    """The box with what was typed; the story beside it only where it can be read."""
    try:
        return _story(typed, mistake, status)
    except TakenBack as error:
        return take_back.gone(error, error.status)
    except WrongCode as error:
        return _ask({}, str(error), error.status)
    except HeardError:
        return _show(None, typed, mistake, status)


def _show(story: Story | None, typed: Typed, mistake: str, status: int) -> Response:
    body = render_template(
        "public/story.html",
        story=story,
        journey=journey_of(story) if story else (),
        words=typed.get("words", ""),
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        mistake=mistake,
        not_saved=status >= 429,
    )
    return make_response(body, status)


keeping.keeps("look_back.open_with_code", _ask)
keeping.keeps("look_back.say_more", _again)

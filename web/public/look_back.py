"""Looking back with a code: how it goes, our answers, room to say more; never the first words."""

from contextlib import suppress

from flask import Blueprint
from werkzeug.wrappers import Response

from core.errors import HeardError, NotSaved, TakenBack, WrongCode
from core.stories import Story
from core.wants import Want
from core.working_days import london_day
from services import felt, guesses, lookback, openings, theme_answers
from web import guards, keeping, pocket
from web.door import house
from web.keeping import FORGOTTEN_BY_BACK, Typed
from web.public import here, readback, take_back
from web.public.journey import journey_of
from web.tongue import told

blueprint = Blueprint("look_back", __name__)


@blueprint.get("/look-back")
def look_back() -> Response:
    """A way straight to the box for a code, for links; it ends at the one address."""
    return here.go("story" if code_held() else "code")


def code_held() -> str:
    """The code that this browser looks back with just now."""
    return pocket.look(pocket.OPENED).get("code", "")


@here.place("code")
def ask_code() -> Response:
    """The box for a code."""
    return _ask({}, "", FORGOTTEN_BY_BACK)


@here.place("story")
def story() -> Response:
    """The story of the code in the pocket; the box for a code where there is none."""
    held = pocket.look(pocket.OPENED)
    if not held.get("code"):
        return ask_code()
    try:
        if take_back.ASKED in held:
            return take_back.confirm(held["code"], "", FORGOTTEN_BY_BACK)
        return _story({}, "", FORGOTTEN_BY_BACK)
    except TakenBack as error:
        return take_back.gone(error, FORGOTTEN_BY_BACK)
    except WrongCode as error:
        return _ask({}, told(error), error.status)


def _ask(typed: Typed, mistake: str, status: int) -> Response:
    return here.page("code", status, code=typed.get("code", ""), mistake=mistake)


@blueprint.post("/look-back")
def open_with_code() -> Response:
    """The same as the button does."""
    return look()


@here.deed("look", _ask)
def look() -> Response:
    """Take a code, however it is written, and go on to its story."""
    typed = keeping.typed_in(("code",))
    try:
        with suppress(TakenBack):
            guesses.try_code(house(), typed["code"], guards.neighbourhood())
    except HeardError as error:
        return _ask(typed, told(error), error.status)
    answer = here.go("story")
    pocket.put(answer, pocket.OPENED, {"code": typed["code"]})
    return answer


def _story(typed: Typed, mistake: str, status: int) -> Response:
    with suppress(NotSaved):  # that it was read may go uncounted; that it can be read may not
        theme_answers.mark_read(house(), code_held())
    return _show(lookback.open_story(house(), code_held()), typed, mistake, status)


def _again(typed: Typed, mistake: str, status: int) -> Response:
    """The box with what was typed; the story beside it only where it can be read."""
    try:
        return _story(typed, mistake, status)
    except TakenBack as error:
        return take_back.gone(error, error.status)
    except WrongCode as error:
        return _ask({}, told(error), error.status)
    except HeardError:
        return _show(None, typed, mistake, status)


@here.deed("more", _again)
def say_more() -> Response:
    """Add words to what was said before."""
    typed = keeping.typed_in(("words", "key"))
    try:
        lookback.say_more(house(), code_held(), typed["words"], keeping.once_key(typed))
    except HeardError as error:
        return _again(typed, told(error), error.status)
    return here.go("story")


@here.deed("close")
def close() -> Response:
    """Forget the code on this device, the one that was given after Send too."""
    answer = here.go("goodbye")
    pocket.empty(answer, *pocket.CODES)
    return answer


def _show(story: Story | None, typed: Typed, mistake: str, status: int) -> Response:
    return here.page(
        "story",
        status,
        story=story,
        about=readback.told_back(code_held()) if story else (),
        outcomes=felt.came_of_it(house(), code_held()) if story else (),
        opened=openings.times_opened(house(), code_held()) if story else None,
        wants=Want,
        today=london_day(house().now()),
        thanks=pocket.look(pocket.HERE).get("thanks", ""),
        journey=journey_of(story) if story else (),
        words=typed.get("words", ""),
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        mistake=mistake,
        not_saved=status >= 429,
    )


keeping.keeps("look_back.open_with_code", _ask)

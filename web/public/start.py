"""The first page, the ways from it, and the short true pages about privacy and access."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web import tongue
from web.door import house
from web.packing import packed
from web.public import draft, here

blueprint = Blueprint("start", __name__)
OPEN = frozenset(
    {here.START, "hello", "whole", "code", "unsafe", "tracks", "privacy", "accessibility", "easy"}
    | {"story", "ask_words", "readback"}  # these show the box for a code where there is none
)
# When the pages were last looked at as the page about access says (tests/journeys do it each time).
TESTED_ON = date(2026, 11, 24)


@blueprint.get("/")
def start() -> Response:
    """Wherever this browser is on its way."""
    return here.show()


@here.place(here.START)
def first() -> Response:
    """What this is, and which way to go."""
    return packed(here.page("start", begun=draft.begun()))


@here.deed("go")
def go() -> Response:
    """On to one of the pages that are open to everyone."""
    to = request.form.get("to", "")
    return here.go(to if to in OPEN else here.START)


@blueprint.get("/start")
def linked() -> Response:
    """From a link or a printed square, which may say a topic: `/start?about=money`."""
    about = request.args.get("about", "")
    return here.go("hello", about=about if about in house().themes().by_key else "")


@blueprint.post("/language")
def speak() -> Response:
    """The first page in the language that was pressed; so are the others from now on."""
    answer = redirect(url_for("start.start"), 303)
    tongue.remember(answer, request.form.get("language", ""))
    return answer


@blueprint.get("/privacy")
def privacy() -> str:
    """What we keep, that no time is set for it yet, who sees it, and whom to ask about it."""
    return render_template("public/privacy.html")


@blueprint.get("/accessibility")
def accessibility() -> str:
    """How these pages are made to work for everyone, and what falls short."""
    return render_template("public/accessibility.html", tested_on=TESTED_ON)


@here.place("tracks")
def tracks() -> Response:
    """What stays on this device, how to clear it, and what we cannot clear for anybody."""
    return packed(here.page("tracks"))


@here.place("privacy")
def privacy_here() -> Response:
    """The page about privacy, on the way."""
    return packed(here.page("privacy"))


@here.place("accessibility")
def accessibility_here() -> Response:
    """The page about access, on the way."""
    return packed(here.page("accessibility", tested_on=TESTED_ON))


@here.place("easy")
def easy_here() -> Response:
    """All of it in easy read, with pictures."""
    return packed(here.page("easy"))

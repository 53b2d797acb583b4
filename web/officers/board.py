"""The board at the desk: write a point, look at somebody else's, let everyone see it."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.board import Draft, Entry, NotOnTheBoard, NotYours, Standing
from core.duties import PUBLISHES_BOARD, WRITES_BOARD
from core.errors import HeardError, SomebodyElseChanged
from core.facts import Officer
from services import board as pinning
from services.house import House
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

Verb = Callable[[House, Officer, str, int], None]
FIELDS = ("entry", "version", "theme", "said", "standing", "answer")
STANDINGS = (
    (Standing.WILL, "We will"),
    (Standing.DONE, "We did (young people say whether they feel it)"),
    (Standing.CANNOT, "We can't, and why"),
)


def board() -> str:
    """Every point, and the form for a new one or for the one that is asked for."""
    wanted = request.args.get("entry", "")
    entry = next((one for one in _entries() if one.id == wanted), None)
    return _page(_typed_of(entry) if entry else {})


def write_point() -> Answer | tuple[str, int]:
    """Keep a new point, or other words for one that is there."""
    typed = keeping.typed_in(FIELDS)
    try:
        _keep(typed)
    except HeardError as trouble:
        return _page(typed, str(trouble)), max(trouble.status, 422)
    flash("Kept. Somebody else has to look at it before everyone can see it.")
    return redirect(url_for("desk.board"), 303)


def publish_point() -> Answer:
    """Let everyone see a point that somebody else wrote."""
    return _move(pinning.publish, "Everyone can see it now.")


def take_down_point() -> Answer:
    """Take a point off the board."""
    return _move(pinning.take_down, "It is off the board, and kept here.")


def _keep(typed: Typed) -> None:
    theme = typed["theme"] if typed["theme"] in house().themes().by_key else ""
    standing = chosen(Standing, typed["standing"]) or Standing.WILL
    draft = Draft(theme, typed["said"], standing, typed["answer"])
    if typed["entry"]:
        version = keeping.number(typed["version"])
        pinning.rewrite(house(), officer(), typed["entry"], draft, version)
    else:
        pinning.write(house(), officer(), draft)


def _move(verb: Verb, done: str) -> Answer:
    """Do it to the point whose button was pressed; say what came of it on the board's page."""
    typed = keeping.typed_in(("entry", "version"))
    try:
        verb(house(), officer(), typed["entry"], keeping.number(typed["version"]))
        flash(done)
    except (NotYours, NotOnTheBoard, SomebodyElseChanged) as trouble:
        flash(str(trouble))
    return redirect(url_for("desk.board"), 303)


def _entries() -> tuple[Entry, ...]:
    return pinning.entries(house(), officer())


def _typed_of(entry: Entry) -> Typed:
    draft = entry.draft
    return {
        "entry": entry.id,
        "version": str(entry.version),
        "theme": draft.theme,
        "said": draft.said,
        "standing": draft.standing,
        "answer": draft.answer,
    }


def _page(typed: Typed, trouble: str = "") -> str:
    lines = _entries()
    waiting = [(one, pinning.may_name(house(), one.draft)) for one in lines if not one.published_on]
    return render_template(
        "officers/board/board.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        trouble=trouble,
        waiting=waiting,
        shown=[one for one in lines if one.published_on],
        themes=house().themes().for_young_people,
        names={theme.key: theme.plain for theme in house().themes().every},
        standings=STANDINGS,
    )


WRITE, PUBLISH = Access(WRITES_BOARD), Access(PUBLISHES_BOARD)
PAGES = (
    Page("/board", board, WRITE),
    Page("/board/write", write_point, WRITE, POST),
    Page("/board/publish", publish_point, PUBLISH, POST),
    Page("/board/take-down", take_down_point, WRITE, POST),
)

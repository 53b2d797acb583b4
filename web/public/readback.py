"""Did we get that right? What we think that somebody's words are about, and their correction."""

from flask import request
from werkzeug.wrappers import Response

from core.corrections import ReadBack
from core.errors import HeardError
from services import readback
from web import keeping, pocket
from web.door import house
from web.keeping import Typed
from web.public import here
from web.tongue import told

NONE_FITS = "none"


def _code() -> str:
    """The code of what was sent just now, or of what is looked back at."""
    held = pocket.look(pocket.SENT) or pocket.look(pocket.OPENED)
    return held.get("code", "")


def told_back(code: str) -> tuple[str, ...]:
    """What we think it is about, in plain words; nothing where it cannot be told just now."""
    try:
        filed = readback.read_back(house(), code)
    except HeardError:
        return ()
    return tuple(house().themes().plain_of(key) for key in _keys(filed))


def _keys(filed: ReadBack) -> tuple[str, ...]:
    said = filed.correction
    return said.keys if said is not None and said.open else filed.keys


@here.place("readback")
def ask() -> Response:
    """The topics, with those ticked that we thought of."""
    code = _code()
    if not code:
        return here.go("code")
    return _page(_keys(readback.read_back(house(), code)), "", keeping.FORGOTTEN_BY_BACK)


def _page(ticked: tuple[str, ...], mistake: str, status: int) -> Response:
    topics = tuple((theme.key, theme.plain) for theme in house().themes().for_young_people)
    shown = {"topics": topics, "ticked": ticked, "mistake": mistake, "none": NONE_FITS}
    return here.page("readback", status, **shown)


def _again(_: Typed, mistake: str, status: int) -> Response:
    return _page(tuple(request.form.getlist("about")), mistake, status)


@here.deed("right")
def right() -> Response:
    """Yes, that is what it is about."""
    return here.go("sent" if pocket.look(pocket.SENT) else "story", thanks="right")


@here.deed("correct", _again)
def correct() -> Response:
    """Keep what they say that it is about, and back to where they came from."""
    chosen = tuple(request.form.getlist("about"))
    try:
        fits = tuple(key for key in chosen if key != NONE_FITS)
        readback.correct(house(), _code(), fits, nothing_fits=not fits and bool(chosen))
    except HeardError as error:
        return _page(chosen, told(error), error.status)
    return here.go("sent" if pocket.look(pocket.SENT) else "story", thanks="corrected")

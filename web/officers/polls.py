"""Short questions at the desk: a participation worker types what young people want to ask."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.duties import ASKS_POLLS
from core.errors import HeardError, SomebodyElseChanged
from core.facts import Officer
from core.polls import NotOpen
from services import polls as asking
from services.house import House
from web import keeping
from web.door import house
from web.keeping import Typed
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

FIELDS = ("question", "choices")
Verb = Callable[[House, Officer, str, int], None]


def polls() -> str:
    """Every poll, and the form for a new one."""
    return _page({})


def write_poll() -> Answer | tuple[str, int]:
    """Keep a new question that nobody sees yet."""
    typed = keeping.typed_in(FIELDS)
    try:
        asking.write(house(), officer(), typed["question"], typed["choices"])
    except HeardError as trouble:
        return _page(typed, str(trouble)), max(trouble.status, 422)
    flash("Kept. Look at it below, then ask it.")
    return redirect(url_for("desk.polls"), 303)


def open_poll() -> Answer:
    """Ask it: everyone sees it on the board's page."""
    return _move(asking.open_poll, "It is asked now, on the board's page.")


def close_poll() -> Answer:
    """Close it, and show what was answered."""
    return _move(asking.close, "It is closed, and everyone can see what was answered.")


def _move(verb: Verb, done: str) -> Answer:
    version = keeping.number(request.form.get("version", ""))
    try:
        verb(house(), officer(), request.form.get("poll", ""), version)
        flash(done)
    except (NotOpen, SomebodyElseChanged) as trouble:
        flash(str(trouble))
    return redirect(url_for("desk.polls"), 303)


def _page(typed: Typed, trouble: str = "") -> str:
    return render_template(
        "officers/board/polls.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        trouble=trouble,
        polls=asking.polls(house(), officer()),
    )


ASK = Access(ASKS_POLLS)
PAGES = (
    Page("/polls", polls, ASK),
    Page("/polls/write", write_poll, ASK, POST),
    Page("/polls/open", open_poll, ASK, POST),
    Page("/polls/close", close_poll, ASK, POST),
)

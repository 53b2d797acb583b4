"""The pulse at the desk: type one question for teams, ask it, and see what they said."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.duties import ASKS_PULSE
from core.errors import HeardError, SomebodyElseChanged
from core.facts import Officer
from core.soundings import NoLongerAsked
from services import soundings
from services.house import TEAM, House
from web import keeping
from web.door import house
from web.keeping import Typed
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

FIELDS = ("question", "choices", "teams", "days")
Verb = Callable[[House, Officer, str, int], None]


def pulse() -> str:
    """Every question, and the form for a new one."""
    return _page({})


def write_pulse() -> Answer | tuple[str, int]:
    """Keep a new question that nobody sees yet."""
    typed = keeping.typed_in(FIELDS)
    try:
        soundings.write(house(), officer(), **typed)
    except HeardError as trouble:
        return _page(typed, str(trouble)), max(trouble.status, 422)
    flash("Kept. Look at it below, then ask it.")
    return redirect(url_for("desk.pulse"), 303)


def ask_pulse() -> Answer:
    """Ask it: each team's channel gets the question with its buttons."""
    return _move(soundings.ask, "It goes to each team's channel now.")


def close_pulse() -> Answer:
    """Close it, and tell the teams what was said."""
    return _move(soundings.close, "It is closed. Each team is told what was said.")


def _move(verb: Verb, done: str) -> Answer:
    version = keeping.number(request.form.get("version", ""))
    try:
        verb(house(), officer(), request.form.get("pulse", ""), version)
        flash(done)
    except (NoLongerAsked, SomebodyElseChanged) as trouble:
        flash(str(trouble))
    return redirect(url_for("desk.pulse"), 303)


def _page(typed: Typed, trouble: str = "") -> str:
    return render_template(
        "officers/pulse.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        trouble=trouble,
        asked=soundings.soundings(house(), officer()),
        limit=house().rules.threshold,
        reaches_slack=bool(house().channels.get(TEAM)),
    )


ASK = Access(ASKS_PULSE)
PAGES = (
    Page("/pulse", pulse, ASK),
    Page("/pulse/write", write_pulse, ASK, POST),
    Page("/pulse/ask", ask_pulse, ASK, POST),
    Page("/pulse/close", close_pulse, ASK, POST),
)

"""Single keys on or off, and the end of the first-run guide.

Some people's voice software types letters that they did not mean.
"""

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from services import desks
from web.door import house
from web.officers.policy import home_of
from web.officers.session import officer


def set_keys() -> Answer:
    """Turn them off or on for this officer, on every page."""
    off = request.form.get("off") == "yes"
    desks.turn_keys(house(), officer(), off=off)
    flash("Keys are off." if off else "Keys are on.")
    return redirect(url_for(home_of(officer())), 303)


def end_guide() -> Answer:
    """The officer needs no guide, or not now."""
    desks.end_guide(house(), officer())
    return redirect(url_for("desk.queue"), 303)

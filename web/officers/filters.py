"""Filters of the inbox, kept under a name."""

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError
from services import desks
from web.door import house
from web.officers.queue import kept, sieve
from web.officers.session import officer
from web.officers.unsent import LOST


def save_filter() -> Answer:
    """Keep the filters of this address under the name that was typed."""
    chosen = sieve()
    try:
        desks.save_filter(house(), officer(), request.form.get("name", ""), chosen)
    except LOST:
        raise
    except HeardError as trouble:
        flash(str(trouble))
    else:
        flash("Saved. It is at the top of your inbox.")
    return redirect(url_for("desk.queue", **kept()), 303)


def forget_filter() -> Answer:
    """Take a saved filter away."""
    desks.forget_filter(house(), officer(), request.form.get("name", ""))
    flash("That saved filter is gone.")
    return redirect(url_for("desk.queue", **kept()), 303)

"""Asks why, before a view outside the officer's own queue is opened."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.attention import ASIDE, Why
from services import review
from web.door import house
from web.officers.queue import kept
from web.officers.session import officer


def ask(_: Exception, missing: bool = False) -> tuple[str, int]:
    """The page that asks; the answer of any page of a view that needs a reason first."""
    told = {"view_id": (request.view_args or {})["view_id"], "reasons": ASIDE, "missing": missing}
    page = render_template("officers/daily/why.html", here=kept(), **told)
    return page, 422 if missing else 403


def give_reason(view_id: str) -> Answer | tuple[str, int]:
    """Open the view under the reason that was chosen; it holds for half an hour."""
    chosen = request.form.get("why", "")
    review.must_be_there(house(), officer(), view_id)
    if chosen not in ASIDE:
        return ask(ValueError(), missing=True)
    review.give_reason(house(), officer(), view_id, Why(chosen))
    return redirect(url_for("desk.view", view_id=view_id, **kept()), 303)

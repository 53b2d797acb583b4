"""Whom a view is about: "it is me", "it is somebody on the register", and blocks that two lift."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound
from services import subjects
from web.door import house
from web.officers.safeguarding import words
from web.officers.session import officer
from web.officers.unsent import LOST

CHOOSE = "Choose somebody from the list."


def about(view_id: str) -> str:
    """Everyone whom this view is or may be about, and what can be done."""
    return _page(view_id)


def about_me(view_id: str) -> Answer | tuple[str, int]:
    """It is about this officer: from now on it is not there for them."""
    if request.form.get("sure") != "yes":
        return _page(view_id, CHOOSE), 422
    subjects.about_me(house(), officer(), view_id)
    flash("Thank you for saying so. You do not see it any more.")
    return redirect(url_for("desk.queue"), 303)


def decide_about(view_id: str) -> Answer | tuple[str, int]:
    """Name somebody, decide about somebody, or open a view to somebody with a second person."""
    try:
        _do(view_id, request.form.get("person", ""), request.form.get("do", ""))
    except LOST:
        raise
    except (NotFound, ValueError):
        return _page(view_id, CHOOSE), 422
    except HeardError as trouble:
        return _page(view_id, str(trouble)), trouble.status
    flash("Noted.")
    return redirect(url_for("desk.about", view_id=view_id), 303)


def _do(view_id: str, person: str, what: str) -> None:
    reason, given = request.form.get("reason", ""), (house(), officer(), view_id, person)
    if what == "name":
        subjects.name(*given)
    elif what in ("them", "not_them"):
        subjects.decide(*given, is_them=what == "them", reason=reason)
    elif what == "lift":
        subjects.ask_to_lift(*given, reason=reason)
    elif what in ("agree", "refuse"):
        subjects.break_glass(*given, agrees=what == "agree")
    else:
        raise ValueError(what)


def _page(view_id: str, trouble: str = "") -> str:
    return render_template(
        "officers/safeguarding/about.html",
        view_id=view_id,
        subjects=subjects.of_view(house(), officer(), view_id),
        people=subjects.who_could_be(house(), officer()),
        trouble=trouble,
        typed=request.form,
        say=words,
    )

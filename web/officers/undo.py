"""Undoes the officer's own last agreement."""

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response as Answer

from services import review
from web.door import house
from web.officers import undoing
from web.officers.session import officer


def undo(view_id: str) -> Answer:
    """Put the view's themes back as they were, and show it."""
    undoing.forget()
    try:
        review.undo_agreement(house(), officer(), view_id)
        flash("Undone. The themes are as they were before.")
    except review.CannotUndo as trouble:
        flash(str(trouble))
    return redirect(url_for("desk.view", view_id=view_id), 303)

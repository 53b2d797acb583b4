"""Notes on a view, to oneself and others, or to ask a colleague."""

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound
from services import notes
from web.door import house
from web.officers.queue import kept
from web.officers.session import officer
from web.officers.unsent import LOST
from web.officers.view import Typed, show


def write_note(view_id: str) -> Answer | tuple[str, int]:
    """Keep the note, and ask the colleague where one was chosen."""
    words, ask = request.form.get("note", ""), request.form.get("ask") or None
    if not words.strip():
        return show(view_id, Typed(place="note", trouble="Write your note, then press Keep.")), 422
    try:
        notes.write_note(house(), officer(), view_id, words, ask)
    except (NotFound, *LOST):
        raise
    except HeardError as trouble:
        return show(view_id, Typed(place="note", trouble=str(trouble), note=words)), trouble.status
    flash("Asked. It is among theirs until they answer." if ask else "Note kept.")
    return redirect(url_for("desk.view", view_id=view_id, _anchor="notes", **kept()), 303)


def settle_note(view_id: str) -> Answer:
    """What was asked of this officer is done."""
    notes.settle(house(), officer(), view_id)
    flash("Done. It is no longer waiting for you.")
    return redirect(url_for("desk.view", view_id=view_id, _anchor="notes", **kept()), 303)

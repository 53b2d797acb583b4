"""Taking a view in hand, giving it to somebody, letting go of it."""

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from services import ownership
from web.door import house
from web.officers import undoing
from web.officers.queue import kept
from web.officers.session import officer
from web.officers.undoing import Deed
from web.officers.view import Typed, show

SAID = {"me": "It is yours now.", "nobody": "It is nobody's now: everybody sees it as waiting."}


def set_owner(view_id: str) -> Answer | tuple[str, int]:
    """Give the view to whom the form names: me, nobody, or a colleague."""
    to = request.form.get("to", "")
    chosen = {"me": officer().id, "nobody": None}.get(to, to)
    try:
        before = ownership.give(house(), officer(), view_id, chosen)
    except ownership.CannotHaveIt as trouble:
        return show(view_id, Typed(place="owner", trouble=str(trouble))), trouble.status
    undoing.remember(Deed.GAVE, view_id, held=(chosen or "", before or ""))
    flash(SAID.get(to, "Given. They see it among theirs."))
    if to in SAID:
        return redirect(url_for("desk.view", view_id=view_id, **kept()), 303)
    return redirect(url_for("desk.queue", **kept()), 303)

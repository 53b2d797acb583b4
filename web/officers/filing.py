"""Filing a row of a survey that nobody can be answered on, and opening it again."""

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response as Answer

from services import filing
from web.door import house
from web.officers import undoing
from web.officers.queue import kept
from web.officers.session import officer
from web.officers.undoing import Deed
from web.officers.view import Typed, show


def file_view(view_id: str) -> Answer | tuple[str, int]:
    """Nobody waits for it any more."""
    try:
        filing.file(house(), officer(), view_id)
    except filing.CannotFile as refused:
        return show(view_id, Typed(place="talk", trouble=str(refused))), refused.status
    undoing.remember(Deed.FILED, view_id)
    flash("Filed. It waits for nobody in the queue.")
    return redirect(url_for("desk.queue", **kept()), 303)


def reopen_view(view_id: str) -> Answer:
    """It waits again."""
    try:
        filing.reopen(house(), officer(), view_id)
        flash("Open again. It waits in the queue.")
    except filing.NotFiled as late:
        flash(str(late))
    return redirect(url_for("desk.view", view_id=view_id, _anchor="talk", **kept()), 303)

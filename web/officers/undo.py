"""Undoes what the officer did last: agreed, one or many, changed whose it is, filed."""

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError
from services import bulk, filing, ownership, review
from web.door import house
from web.officers import undoing
from web.officers.queue import kept
from web.officers.session import officer
from web.officers.undoing import Deed, Last
from web.officers.unsent import LOST


def undo() -> Answer:
    """Put it back as it was, and show it."""
    last = undoing.offered()
    if last is None:
        flash("There is nothing to undo.")
        return redirect(url_for("desk.queue", **kept()), 303)
    try:
        flash(UNDO[last.deed](last))
    except LOST:
        raise
    except HeardError as trouble:
        flash(str(trouble))
    undoing.forget()
    if last.deed is Deed.AGREED_MANY:
        return redirect(url_for("desk.bulk", **kept()), 303)
    return redirect(url_for("desk.view", view_id=last.views[0], **kept()), 303)


def _agreed(last: Last) -> str:
    review.undo_agreement(house(), officer(), last.views[0])
    return "Undone. The themes are as they were before."


def _many(last: Last) -> str:
    undone, left = bulk.undo_all(house(), officer(), last.views)
    more = f" {left} cannot be undone any more: somebody changed them since." if left else ""
    return f"Undone for {undone}: nobody has agreed their themes.{more}"


def _gave(last: Last) -> str:
    given, before = (one or None for one in last.held)
    ownership.give_back(house(), officer(), last.views[0], given, before)
    return "Undone. It is with whom it was before."


def _filed(last: Last) -> str:
    filing.reopen(house(), officer(), last.views[0])
    return "Undone. It waits in the queue again."


UNDO = {
    Deed.AGREED: _agreed,
    Deed.AGREED_MANY: _many,
    Deed.GAVE: _gave,
    Deed.FILED: _filed,
}

"""Agreeing several at once: every view's words stand on the page, and each wants its own tick."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.sureness import AT_ONCE
from services import bulk as many
from web import keeping
from web.door import house
from web.officers import undoing
from web.officers.marking import pieces
from web.officers.queue import kept, sieve
from web.officers.session import officer
from web.officers.undoing import Deed


def bulk() -> str:
    """The page with the words of those that the machine is sure of."""
    found = many.sure(house(), officer(), sieve())
    shown = [(view, pieces(view.words, view.found, view.masks)) for view in found.views]
    return render_template("officers/daily/bulk.html", found=found, shown=shown, here=kept())


def agree_all() -> Answer:
    """Agree those that were ticked as read; then the next page of them."""
    agreed, changed = many.agree_all(house(), officer(), _choices())
    if changed:
        flash(f"{len(changed)} not agreed: somebody else changed them while you read.")
    if agreed:
        undoing.remember(Deed.AGREED_MANY, *agreed)
    flash(_said(len(agreed)))
    return redirect(url_for("desk.bulk", **kept()), 303)


def _choices() -> tuple[many.Choice, ...]:
    """The ticked views, with the themes that were shown and the version that was read."""
    form = request.form
    return tuple(
        many.Choice(one, tuple(form.getlist(f"themes-{one}")), version)
        for one in form.getlist("read")[:AT_ONCE]
        if (version := keeping.number(form.get(f"version-{one}", "")))
    )


def _said(how_many: int) -> str:
    if not how_many:
        return "None was ticked, so none was agreed."
    return "1 view agreed." if how_many == 1 else f"{how_many} views agreed."

"""Agreeing what a view is about. The machine suggests; what a person ticks is what counts."""

from flask import flash, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import IntegerField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from core.errors import SomebodyElseChanged
from services import desk, review
from web.door import house
from web.officers import undoing
from web.officers.queue import kept, sieve
from web.officers.session import officer
from web.officers.view import Typed, show


class AgreeForm(FlaskForm):
    """Which themes the officer ticked, and which version of the view they had read."""

    themes = SelectMultipleField(choices=[], validate_choice=True)
    version = IntegerField(validators=[InputRequired()])

    def __init__(self) -> None:
        super().__init__()
        self.themes.choices = [SelectChoice(t.key, t.name) for t in house().themes().every]


def agree(view_id: str) -> Answer | tuple[str, int]:
    """Keep the ticked themes, then show the view again or the next one that waits."""
    form = AgreeForm()
    chosen = tuple(form.themes.data or ())
    if not form.validate():
        return show(view_id, _trouble("Choose themes from the list, then save again.", ())), 422
    try:
        review.agree_themes(house(), officer(), view_id, chosen, form.version.data or 0)
    except (review.UnknownTheme, SomebodyElseChanged) as refused:
        late = isinstance(refused, SomebodyElseChanged)
        return show(view_id, _trouble(str(refused), chosen, conflict=late)), refused.status
    flash("Themes saved.")
    undoing.remember(view_id)
    return redirect(_next(view_id), 303)


def _trouble(message: str, chosen: tuple[str, ...], *, conflict: bool = False) -> Typed:
    return Typed(place="themes", trouble=message, chosen=chosen, conflict=conflict)


def _next(view_id: str) -> str:
    """Where to go after saving: the same view, or the first that nobody has decided."""
    if request.form.get("then") != "next":
        return url_for("desk.view", view_id=view_id, _anchor="themes", **kept())
    after = desk.next_undecided(house(), officer(), sieve(), view_id)
    if after is not None:
        return url_for("desk.view", view_id=after, **kept())
    return url_for("desk.queue", **kept())

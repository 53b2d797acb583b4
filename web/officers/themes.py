"""Agreeing what a view is about. The machine suggests; what a person ticks is what counts."""

from flask import flash, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, IntegerField, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from core.errors import SomebodyElseChanged
from core.judgement import Fallback, Judgement, Stance
from services import desk, review
from web.door import house
from web.officers import undoing
from web.officers.queue import kept, sieve
from web.officers.session import officer
from web.officers.undoing import Deed
from web.officers.view import Typed, show

STANCES = [SelectChoice(one.value) for one in Stance]
FALLBACKS = [SelectChoice(one.value) for one in Fallback]


class AgreeForm(FlaskForm):
    """Which themes the officer ticked, and which version of the view they had read."""

    themes = SelectMultipleField(choices=[], validate_choice=True)
    version = IntegerField(validators=[InputRequired()])
    stance = SelectField(choices=STANCES, default=Stance.UNCLEAR)
    rich = BooleanField()
    fallbacks = SelectMultipleField(choices=FALLBACKS)

    def __init__(self) -> None:
        super().__init__()
        self.themes.choices = [SelectChoice(t.key, t.name) for t in house().themes().every]

    def judgement(self) -> Judgement | None:
        """What was said beside the themes; None where the form was sent without that part."""
        if "stance" not in request.form:
            return None
        fallbacks = frozenset(Fallback(one) for one in self.fallbacks.data or ())
        return Judgement(Stance(self.stance.data), bool(self.rich.data), fallbacks)


def agree(view_id: str) -> Answer | tuple[str, int]:
    """Keep the ticked themes, then show the view again or the next one that waits."""
    form = AgreeForm()
    chosen = tuple(form.themes.data or ())
    if not form.validate():
        return show(view_id, _trouble("Choose themes from the list, then save again.", ())), 422
    try:
        version, said = form.version.data or 0, form.judgement()
        review.agree_themes(house(), officer(), view_id, chosen, version, said)
    except (review.UnknownTheme, SomebodyElseChanged) as refused:
        late = isinstance(refused, SomebodyElseChanged)
        return show(view_id, _trouble(str(refused), chosen, conflict=late)), refused.status
    flash("Themes saved.")
    undoing.remember(Deed.AGREED, view_id)
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

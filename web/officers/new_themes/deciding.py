"""One find with its words, and the three things an officer may make of it."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice

from core.errors import NotFound
from core.new_themes import DecidedAlready
from core.theming import CannotKeepTheme, ThemeWords
from services import new_themes as found
from services.review import UnknownTheme
from web.door import house
from web.officers.session import ONE_LINE, officer

GONE = "That one is not there any more: the clock has looked again, or its words were taken back."
Shown = Answer | tuple[str, int]


class AdoptForm(FlaskForm):
    """What the new theme is called."""

    name = StringField("Name of the theme", [ONE_LINE])


class MergeForm(FlaskForm):
    """The theme that it belongs to."""

    into = SelectField("It belongs to", choices=[], validate_choice=False)

    def __init__(self) -> None:
        super().__init__()
        themes = [SelectChoice(theme.key, theme.name) for theme in house().themes().themes]
        self.into.choices = [SelectChoice("", "Choose a theme"), *themes]


def new_theme(found_id: str) -> Shown:
    """The find's page."""
    return _kept(lambda: _show(found_id, AdoptForm(None), MergeForm()))


def adopt_theme(found_id: str) -> Shown:
    """A theme of its own."""
    form = AdoptForm()
    words = ThemeWords(form.name.data or "", stance=form.name.data or "")
    try:
        return _done(lambda: found.adopt(house(), officer(), found_id, words), "adopted")
    except CannotKeepTheme as refused:
        form.name.errors = [str(refused)]
        return _kept(lambda: _show(found_id, form, MergeForm(), 422))


def merge_new_theme(found_id: str) -> Shown:
    """Part of a theme that is there."""
    form = MergeForm()
    try:
        return _done(
            lambda: found.merge(house(), officer(), found_id, form.into.data or ""), "merged"
        )
    except UnknownTheme:
        form.into.errors = ["Choose the theme that it belongs to."]
        return _kept(lambda: _show(found_id, AdoptForm(None), form, 422))


def dismiss_theme(found_id: str) -> Shown:
    """No theme."""
    return _done(lambda: found.dismiss(house(), officer(), found_id), "dismissed")


TOLD = {
    "adopted": "Theme added, and suggested for these views. Say more about it on the page Themes.",
    "merged": "Suggested for these views. An officer agrees it on each.",
    "dismissed": "Dismissed. The same views are not proposed again.",
}


def _done(do: Callable[[], object], what: str) -> Shown:
    """Do it and say so; say plainly where the find is gone or somebody has decided."""

    def doing() -> Shown:
        do()
        flash(TOLD[what])
        return redirect(url_for("desk.new_themes"), 303)

    return _kept(doing)


def _kept(do: Callable[[], Shown]) -> Shown:
    """What that gives; back to the list where the find is gone or somebody has decided."""
    try:
        return do()
    except (NotFound, DecidedAlready) as trouble:
        flash(GONE if isinstance(trouble, NotFound) else str(trouble))
        return redirect(url_for("desk.new_themes"), 303)


def _show(found_id: str, adopting: AdoptForm, merging: MergeForm, status: int = 200) -> Shown:
    one, said = found.open_one(house(), officer(), found_id)
    if request.method == "GET":
        adopting.name.data = one.name
    told = {"one": one, "said": said, "adopting": adopting, "merging": merging}
    return render_template("officers/new_themes/one.html", **told), status

"""Merging a theme into another, splitting it, retiring it and bringing it back."""

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import SelectField, TextAreaField
from wtforms.fields import SelectChoice

from core.theming import CannotKeepTheme
from services import catalogue
from services.catalogue import ThemeAtDesk
from web.door import house
from web.officers.session import officer


class MergeForm(FlaskForm):
    """Which theme takes the other in."""

    into = SelectField("Merge it into", choices=[])

    def __init__(self, seen: ThemeAtDesk) -> None:
        super().__init__()
        others = [theme for theme in house().themes().themes if theme.key != seen.theme.key]
        others.sort(key=lambda theme: theme.part_of != seen.theme.key)
        self.into.choices = [
            SelectChoice("", "Choose a theme"),
            *(SelectChoice(theme.key, theme.name) for theme in others),
        ]


class SplitForm(FlaskForm):
    """The names of the parts, one on each line."""

    parts = TextAreaField("Names of the parts, one on each line")


def theme_merge(theme_key: str) -> Answer | tuple[str, int]:
    """What a merge does, then the merge."""
    seen = catalogue.one(house(), officer(), theme_key)
    form = MergeForm(seen)
    if form.validate_on_submit():
        try:
            many = catalogue.merge(house(), officer(), theme_key, form.into.data or "")
        except CannotKeepTheme as refused:
            form.into.errors = [str(refused)]
        else:
            flash(f"Merged. {many} {'view' if many == 1 else 'views'} moved.")
            return redirect(url_for("desk.theme_page", theme_key=form.into.data), 303)
    return _page("merge", seen, form)


def theme_split(theme_key: str) -> Answer | tuple[str, int]:
    """Name the parts, then sort the views into them."""
    seen = catalogue.one(house(), officer(), theme_key)
    form = SplitForm()
    if form.validate_on_submit():
        try:
            catalogue.split(house(), officer(), theme_key, _lines(form.parts.data or ""))
        except CannotKeepTheme as refused:
            form.parts.errors = [str(refused)]
        else:
            return redirect(url_for("desk.theme_sort", theme_key=theme_key), 303)
    return _page("split", seen, form)


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if line.strip())


def _page(name: str, seen: ThemeAtDesk, form: FlaskForm) -> tuple[str, int]:
    page = render_template(f"officers/catalogue/{name}.html", seen=seen, form=form)
    return page, 422 if request.method == "POST" else 200


def theme_retire(theme_key: str) -> Answer:
    """Retire the theme; the page then offers to bring it back."""
    try:
        catalogue.retire(house(), officer(), theme_key)
        flash("Retired. Views that carry it keep it, and no form offers it any more.")
    except CannotKeepTheme as refused:
        flash(str(refused))
    return redirect(url_for("desk.theme_page", theme_key=theme_key), 303)


def theme_back(theme_key: str) -> Answer:
    """Bring a retired theme back."""
    try:
        catalogue.bring_back(house(), officer(), theme_key)
        flash("The theme is back.")
    except CannotKeepTheme as refused:
        flash(str(refused))
    return redirect(url_for("desk.theme_page", theme_key=theme_key), 303)

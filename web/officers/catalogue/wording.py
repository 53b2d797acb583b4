"""Adding a theme, and naming or mapping one anew."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice

from core.themes import Theme
from core.theming import CannotKeepTheme, ThemeWords
from services import catalogue
from services.catalogue import ThemeAtDesk
from web.door import house
from web.officers.catalogue.listing import frameworks
from web.officers.session import ONE_LINE, officer

NONE = SelectChoice("", "None")


class ThemeForm(FlaskForm):
    """What an officer sets about a theme."""

    name = StringField("Name, as papers print it", [ONE_LINE])
    plain = StringField("Name for young people", [ONE_LINE])
    stance = StringField("What people say about it", [ONE_LINE])
    pledge = SelectField("Promise of the pledge", choices=[], default="")
    ambition = SelectField("Ambition of the Children's Plan", choices=[], default="")
    csi = SelectMultipleField("Improvement framework", choices=[])
    for_young = BooleanField("Young people can choose it on their form")

    def __init__(self, *args: Any, **known: Any) -> None:
        super().__init__(*args, **known)
        named = frameworks()
        self.pledge.choices = [NONE, *(SelectChoice(*one) for one in named["pledge"].items())]
        self.ambition.choices = [NONE, *(SelectChoice(*one) for one in named["ambition"].items())]
        self.csi.choices = [SelectChoice(one, one) for one in house().council.elements]

    def words(self) -> ThemeWords:
        """What was typed and chosen."""
        return ThemeWords(
            name=self.name.data or "",
            plain=self.plain.data or "",
            stance=self.stance.data or "",
            pledge=self.pledge.data or None,
            ambition=self.ambition.data or None,
            csi=tuple(self.csi.data or ()),
            for_young=bool(self.for_young.data),
        )

    def refuse(self, refused: CannotKeepTheme) -> None:
        """Show beside the field what is wrong with it."""
        place = self._fields.get(refused.field, self.name)
        place.errors = [*place.errors, str(refused)]


def theme_add() -> Answer | str | tuple[str, int]:
    """The form for a new theme, or the theme added."""
    form = ThemeForm(**({} if request.method == "POST" else {"for_young": True}))
    if request.method == "POST" and form.validate():
        try:
            key = catalogue.add(house(), officer(), form.words())
        except CannotKeepTheme as refused:
            form.refuse(refused)
        else:
            flash("Theme added. Every form offers it from now on.")
            return redirect(url_for("desk.theme_page", theme_key=key), 303)
    return render_template("officers/catalogue/add.html", form=form), _status(form)


def theme_page(theme_key: str) -> Answer | str | tuple[str, int]:
    """One theme: its words, its history, and what may be done to it; or its words changed."""
    seen = catalogue.one(house(), officer(), theme_key)
    form = ThemeForm(None) if request.method == "POST" else ThemeForm(**_as_typed(seen.theme))
    if request.method == "POST" and _saved(form := ThemeForm(), theme_key):
        flash("Theme saved.")
        return redirect(url_for("desk.theme_page", theme_key=theme_key), 303)
    return show(seen, form), _status(form)


def _saved(form: ThemeForm, key: str) -> bool:
    if not form.validate():
        return False
    try:
        catalogue.edit(house(), officer(), key, form.words())
    except CannotKeepTheme as refused:
        form.refuse(refused)
        return False
    return True


def show(seen: ThemeAtDesk, form: ThemeForm) -> str:
    """The theme's page."""
    return render_template(
        "officers/catalogue/theme.html", seen=seen, form=form, named=house().themes().name_of
    )


def _as_typed(theme: Theme) -> dict[str, Any]:
    return {name: getattr(theme, name) for name in ThemeWords.__dataclass_fields__}


def _status(form: ThemeForm) -> int:
    return 422 if form.errors or any(field.errors for field in form) else 200

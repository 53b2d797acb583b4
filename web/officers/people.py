"""Who may sign in: adding an officer and ending what a leaver left open. No words are read here."""

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import EmailField, PasswordField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Regexp

from core.errors import HeardError, NotFound
from core.facts import Role
from services import accounts
from web.door import house
from web.officers.plain import in_words
from web.officers.session import ONE_LINE, officer


class OfficerForm(FlaskForm):
    """A new officer."""

    name = StringField("Name", [InputRequired("Type their name."), Length(max=200), ONE_LINE])
    post = StringField("Post", [InputRequired("Type their post."), Length(max=200), ONE_LINE])
    email = EmailField(
        "Email",
        [
            InputRequired("Type their email."),
            Length(max=254),
            Regexp(
                r"\A[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+\Z", message="Type an email with an @ in it."
            ),
        ],
    )
    password = PasswordField(
        "First password",
        [
            InputRequired("Type a first password."),
            Length(min=12, max=1000, message="Use 12 letters or more."),
        ],
    )
    roles = SelectMultipleField(
        "Roles",
        [InputRequired("Tick at least one role.")],
        choices=[SelectChoice(role.value, in_words(role)) for role in Role],
    )


def people() -> str:
    """Everyone who may sign in, and the form that adds one more."""
    return _page(OfficerForm(None))


def add_officer() -> tuple[str, int]:
    """Add the officer, and show the second factor's secret this once."""
    form = OfficerForm()
    if not form.validate():
        return _page(form), 422
    try:
        secret = _add(form)
    except HeardError as trouble:
        return _page(form, str(trouble)), trouble.status
    shown = {"secret": in_fours(secret), "name": form.name.data}
    return render_template("officers/added.html", **shown), 201


def _add(form: OfficerForm) -> str:
    return accounts.add_officer(
        house(),
        email=form.email.data or "",
        name=form.name.data or "",
        post=form.post.data or "",
        password=form.password.data or "",
        roles={Role(role) for role in form.roles.data or ()},
        by=officer(),
    )


def in_fours(secret: str) -> str:
    """The letters in groups that people can type."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def _page(form: OfficerForm, trouble: str = "") -> str:
    return render_template(
        "officers/people.html",
        form=form,
        trouble=trouble,
        people=accounts.officers(house(), officer()),
    )


def set_active(officer_id: str) -> Answer:
    """Stop somebody and sign them out everywhere, or let them in again. Never oneself.

    Rationale: the last administrator could shut the door behind themselves.
    """
    if officer_id == officer().id:
        raise NotFound
    active = request.form.get("active") == "yes"
    accounts.set_active(house(), officer(), officer_id, active)
    flash("They can sign in again." if active else "Stopped, and signed out everywhere.")
    return redirect(url_for("desk.people"), 303)

"""Who may sign in: adding an officer and ending what a leaver left open. No words are read here."""

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import EmailField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Regexp

from core.errors import HeardError, NotFound
from core.facts import Role
from services import accounts, welcome
from services.entering import Entry
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
    roles = SelectMultipleField(
        "Roles",
        [InputRequired("Tick at least one role.")],
        choices=[SelectChoice(role.value, in_words(role)) for role in Role],
    )


def people() -> str:
    """Everyone who may sign in, and the form that adds one more."""
    return _page(OfficerForm(None))


def add_officer() -> tuple[str, int]:
    """Add the officer, and show their invitation this once."""
    form = OfficerForm()
    if not form.validate():
        return _page(form), 422
    try:
        code = welcome.invite(house(), officer(), _entry(form))
    except HeardError as trouble:
        return _page(form, str(trouble)), trouble.status
    return invitation(code, form.name.data or ""), 201


def _entry(form: OfficerForm) -> Entry:
    return Entry(
        email=(form.email.data or "").strip(),
        name=(form.name.data or "").strip(),
        post=(form.post.data or "").strip(),
        roles=frozenset(Role(role) for role in form.roles.data or ()),
    )


def invitation(code: str, name: str) -> str:
    """The page that shows an invitation, this once, to whoever hands it over."""
    address = f"{house().desk_url}/welcome"
    return render_template("officers/added.html", code=code, name=name, address=address)


def _page(form: OfficerForm, trouble: str = "") -> str:
    return render_template(
        "officers/people.html",
        form=form,
        trouble=trouble,
        people=accounts.officers(house(), officer()),
        invited=welcome.waiting(house(), officer()),
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

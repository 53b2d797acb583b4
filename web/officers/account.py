"""Your account: an officer changes their password, and links their Slack by a code shown once."""

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from core.errors import HeardError, NotFound
from core.linking import MINUTES, in_threes
from services import accounts, linking
from web.door import house
from web.officers.policy import POST, SIGNED_IN, Page
from web.officers.session import by_password, cookie_name, officer

LONGEST = Length(max=1000, message="That is too long.")


class PasswordForm(FlaskForm):
    """Another password for oneself."""

    password = PasswordField("Password now", [InputRequired("Type your password."), LONGEST])
    number = StringField(
        "Six-figure number",
        [InputRequired("Type the number from your authenticator app."), Length(max=12)],
    )
    fresh = PasswordField("New password", [InputRequired("Type a new password."), LONGEST])


def account() -> str:
    """Whether your Slack is linked, and how to link it."""
    return _page("")


def offer_link() -> str:
    """A code, shown this once."""
    return _page(in_threes(linking.offer(house(), officer())))


def unlink() -> Answer:
    """Nobody in Slack is you any more."""
    linking.unlink(house(), officer())
    flash("Your Slack is no longer linked.")
    return redirect(url_for("desk.account"), 303)


def change_password() -> Answer | tuple[str, int]:
    """Another password; whoever else is signed in as this officer is out."""
    form = PasswordForm()
    if not by_password():
        raise NotFound
    if not form.validate():
        return _page("", form), 422
    try:
        _change(form)
    except HeardError as trouble:
        fresh = isinstance(trouble, accounts.WeakPassword)
        return _page("", form, (str(trouble), "fresh" if fresh else "password")), trouble.status
    flash("Your password is changed. You are signed out everywhere else.")
    return redirect(url_for("desk.account"), 303)


def _change(form: PasswordForm) -> None:
    accounts.change_password(
        house(),
        officer(),
        request.cookies.get(cookie_name(), ""),
        form.password.data or "",
        form.number.data or "",
        form.fresh.data or "",
    )


def _page(code: str, form: PasswordForm | None = None, trouble: tuple[str, str] = ("", "")) -> str:
    return render_template(
        "officers/account.html",
        linked=linking.is_linked(house(), officer()),
        code=code,
        form=form or PasswordForm(None),
        trouble=trouble,
        by_password=by_password(),
        minutes=MINUTES,
    )


PAGES = (
    Page("/account", account, SIGNED_IN),
    Page("/account/password", change_password, SIGNED_IN, POST),
    Page("/account/link", offer_link, SIGNED_IN, POST),
    Page("/account/unlink", unlink, SIGNED_IN, POST),
)

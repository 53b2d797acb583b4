"""Whoever was invited sets up their own sign-in: the code in a form, then password and number.

The code and the fresh secret wait in a sealed cookie, so neither is ever in an address.
"""

import pyotp
import segno
from flask import flash, make_response, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from core.errors import HeardError, NotFound
from core.inviting import WrongInvitation, WrongNumber
from services import welcome as inviting
from web import guards, keeping, pocket
from web.door import house
from web.keeping import Typed
from web.officers.plain import in_fours
from web.officers.policy import ANYONE, POST, Page
from web.officers.session import by_password

WELCOME, MINUTES = "welcome", 60


class SetUpForm(FlaskForm):
    """What somebody new chooses, and a first number."""

    password = PasswordField(
        "Password",
        [InputRequired("Type a password."), Length(max=1000, message="That is too long.")],
    )
    number = StringField(
        "Six-figure number",
        [InputRequired("Type the number that your app shows."), Length(max=12)],
    )


def welcome() -> Answer:
    """The box for the code; where one was given, the password and the second factor."""
    held = _held()
    if not held:
        return _ask()
    try:
        return _show(SetUpForm(None), held)
    except HeardError as trouble:
        return _ask(str(trouble), trouble.status)


def open_welcome() -> Answer:
    """Take the code, and make the secret of a second factor that nobody else sees."""
    _must_be_open()
    typed = request.form.get("code", "")
    try:
        code, _ = inviting.welcome(house(), typed, guards.neighbourhood())
    except HeardError as trouble:
        return _ask(str(trouble), trouble.status, typed)
    answer = redirect(url_for("desk.welcome"), 303)
    pocket.put(answer, WELCOME, {"code": code, "secret": pyotp.random_base32()}, MINUTES)
    return answer


def set_up() -> Answer:
    """Keep what they chose; from now on they sign in with it."""
    held, form = _held(), SetUpForm()
    if not held:
        return redirect(url_for("desk.welcome"), 303)
    try:
        if not form.validate():
            return _show(form, held, status=422)
        _keep(form, held)
    except WrongInvitation as over:
        return _forget(_ask(str(over), over.status))
    except HeardError as trouble:
        place = "number" if isinstance(trouble, WrongNumber) else "password"
        return _show(form, held, (str(trouble), place), trouble.status)
    flash("Your sign-in is set up. Sign in with it now.")
    return _forget(redirect(url_for("desk.sign_in"), 303))


def _keep(form: SetUpForm, held: Typed) -> None:
    number = "".join((form.number.data or "").split())
    inviting.set_up(house(), held["code"], held["secret"], form.password.data or "", number)


def _held() -> Typed:
    _must_be_open()
    held = pocket.look(WELCOME, MINUTES)
    return held if set(held) == {"code", "secret"} else {}


def _must_be_open() -> None:
    """NotFound where everybody signs in with the council's own account."""
    if not by_password():
        raise NotFound


def _forget(answer: Answer) -> Answer:
    pocket.empty(answer, WELCOME)
    return answer


def _ask(trouble: str = "", status: int = 200, code: str = "") -> Answer:
    page = render_template("officers/welcome/code.html", trouble=trouble, code=code)
    return _forget(make_response(page, status))


def _show(
    form: SetUpForm, held: Typed, trouble: tuple[str, str] = ("", ""), status: int = 200
) -> Answer:
    _, them = inviting.welcome(house(), held["code"], guards.neighbourhood())
    uri = pyotp.TOTP(held["secret"]).provisioning_uri(name=them.email, issuer_name="Heard")
    page = render_template(
        "officers/welcome/set_up.html",
        form=form,
        them=them,
        trouble=trouble,
        secret=in_fours(held["secret"]),
        square=_square(uri),
    )
    return make_response(page, status)


def _square(uri: str) -> Markup:
    """The square that an app reads, on white in the dark, too."""
    made = segno.make(uri, micro=False).svg_inline(scale=3, border=4, light="#fff")
    return Markup(made)  # noqa: S704 - ours


def code_again(typed: Typed, trouble: str, status: int) -> Answer:
    """The box with the code in it, after a page that was open for too long or a fault."""
    return _ask(trouble, status, typed.get("code", ""))


def set_up_again(_: Typed, trouble: str, status: int) -> Answer:
    """The second page, where a password is typed again; the code where that is lost."""
    held = _held()
    if not held:
        return _ask(trouble, status)
    return _show(SetUpForm(None), held, (trouble, "password"), status)


keeping.keeps("desk.open_welcome", code_again)
keeping.keeps("desk.set_up", set_up_again)
PAGES = (
    Page("/welcome", welcome, ANYONE),
    Page("/welcome/code", open_welcome, ANYONE, POST),
    Page("/welcome/set-up", set_up, ANYONE, POST),
)

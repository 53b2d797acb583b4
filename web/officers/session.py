"""Signing in and out, and the guard that stands before every route of the desk.

The session lives on the server; the cookie holds a random token and nothing about the officer.
"""

import re
from collections.abc import Callable
from typing import TypedDict

from flask import flash, g, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Answer
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from core.errors import NotFound, SignInFailed
from core.facts import Officer
from services import accounts, desks
from web import pocket
from web.door import hanging, house
from web.keeping import Typed
from web.mishaps import PLAIN, page
from web.officers import undoing
from web.officers.policy import POLICY, home_of, lets

WANTED = "desk_wanted"
SOUGHT = "sought"  # what the officer searched for last, in a sealed cookie and in no address
ONE_LINE = Regexp(r"\A[^\x00-\x1f]*\Z", message="Type it on one line.")

# A page's script asks these by itself, so they keep no session awake.
QUIET = frozenset({"desk.here"})
DEVICE_S = 180 * 24 * 3600
OUR_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


class CookieRules(TypedDict):
    """How the desk's cookie is set and taken away."""

    path: str
    httponly: bool
    samesite: str
    secure: bool


class SignInForm(FlaskForm):
    """What an officer types to sign in."""

    email = EmailField("Email", [InputRequired("Type your email."), Length(max=254), ONE_LINE])
    password = PasswordField("Password", [InputRequired("Type your password."), Length(max=1000)])
    number = StringField(
        "Six-figure number",
        [InputRequired("Type the number from your authenticator app."), Length(max=12)],
    )


def cookie_name() -> str:
    """The cookie's name; `__Host-` pins it to this host wherever the door is on https."""
    return hanging().cookie_name("desk")


def officer() -> Officer:
    """The officer whom the guard let through."""
    found: Officer = g.officer
    return found


def guard() -> Answer | tuple[str, int] | None:
    """Let the request go on, ask for sign-in, or say that there is no such page.

    Rationale: not yours and not there are one answer, so that nothing can be inferred from it.
    """
    g.officer = _of_this_request()
    if lets(request.endpoint, g.officer) and _could_be_there():
        return None
    if g.officer or request.endpoint not in POLICY:
        raise NotFound
    return _ask_to_sign_in()


def _of_this_request() -> Officer | None:
    token = request.cookies.get(cookie_name(), "")
    by_itself = request.endpoint in QUIET
    return accounts.officer_of(house(), token, touch=not by_itself) if token else None


def not_there(_: NotFound) -> Answer:
    """The very page that any wrong address gives."""
    return page(404, *PLAIN[404])


def _ask_to_sign_in() -> Answer | tuple[str, int]:
    if request.endpoint in QUIET:
        return Answer(status=401, mimetype="text/plain")
    if request.method in {"GET", "HEAD"}:
        session[WANTED] = [request.endpoint, request.full_path.rstrip("?")]
        return redirect(url_for("desk.sign_in"), 303)
    return render_template("officers/signed_out.html", typed=what_was_typed()), 401


def what_was_typed() -> str:
    """All that an officer may have typed by hand in the form that was sent, to be copied."""
    typed = (request.form.get(field, "") for field in ("words", "note", "quote", "reason"))
    return "\n".join(text for text in typed if text)


def by_password() -> bool:
    """Whether officers may have a password here, and not the council's own accounts alone."""
    return not getattr(hanging().provider, "only", False)


def sign_in() -> Answer | str | tuple[str, int]:
    """Show the sign-in form, or sign in with what was typed."""
    if not by_password():
        return render_template("officers/sign_in.html", form=None)
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("officers/sign_in.html", form=form), 422 if form.errors else 200
    try:
        email, password = form.email.data or "", form.password.data or ""
        device = request.cookies.get(_device_name(), "")
        token = accounts.sign_in(house(), email, password, _figures(form), device)
    except SignInFailed as failed:
        again = render_template("officers/sign_in.html", form=form, trouble=str(failed))
        return again, failed.status
    return _knowing_this_device(signed_in(token, lambda on: redirect(on, 303)), token)


def sign_in_again(typed: Typed, _: str, status: int) -> Answer:
    """The sign-in form with the email in it, after a page that was open for too long or a fault."""
    form = SignInForm(MultiDict({"email": typed.get("email", "")}))
    trouble = "That did not reach us. Type your password and number again."
    page = render_template("officers/sign_in.html", form=form, trouble=trouble)
    return make_response(page, status)


def _figures(form: SignInForm) -> str:
    return "".join((form.number.data or "").split())


def _device_name() -> str:
    """The cookie that tells a browser from which somebody signed in before. It opens nothing."""
    return hanging().cookie_name("device")


def _knowing_this_device(answer: Answer, token: str) -> Answer:
    """Let the browser carry that its officer signed in here: guesses elsewhere do not slow them."""
    carried = accounts.remember_device(house(), token, request.cookies.get(_device_name(), ""))
    answer.set_cookie(_device_name(), carried, max_age=DEVICE_S, **_cookie_rules())
    return answer


def signed_in(token: str, going: Callable[[str], ResponseReturnValue]) -> Answer:
    """What leads on to the page that was wanted, with the new token; the old one is dead.

    Args:
        going: makes the answer from the address of that page.
    """
    accounts.sign_out(house(), request.cookies.get(cookie_name(), ""))
    found = accounts.officer_of(house(), token)
    endpoint, wanted = session.get(WANTED, ("", ""))
    session.clear()
    if found is None:
        raise SignInFailed
    answer = make_response(going(wanted if lets(endpoint, found) else url_for(home_of(found))))
    answer.set_cookie(cookie_name(), token, **_cookie_rules())
    return answer


def _cookie_rules() -> CookieRules:
    return {"path": "/", "httponly": True, "samesite": "Strict", "secure": hanging().https}


def sign_out() -> Answer:
    """End the session on the server and take the cookie away."""
    accounts.sign_out(house(), request.cookies.get(cookie_name(), ""))
    session.clear()
    flash("You have signed out.")
    answer = redirect(url_for("desk.sign_in"), 303)
    answer.delete_cookie(cookie_name(), **_cookie_rules())
    pocket.empty(answer, SOUGHT)
    return answer


def _could_be_there() -> bool:
    """True where every id in the address is made of what our own ids are made of."""
    return all(OUR_ID.fullmatch(told) for told in (request.view_args or {}).values())


def known_at_the_desk() -> dict[str, object]:
    """What the desk's templates know: the officer, if any, and which pages they may open."""
    me = g.get("officer")
    reads = lets("desk.queue", me)
    return {
        "me": me,
        "first_page": home_of(me) if me else "",
        "provider": hanging().provider,
        "may": lambda endpoint: lets(endpoint, me),
        "likes": desks.likes(house(), me) if me and reads else None,
        "undo": undoing.offered() if me and lets("desk.undo", me) else None,
    }

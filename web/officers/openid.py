"""Signing in with the council's own account: there and back, and never a new officer by itself."""

import secrets
from dataclasses import asdict

from flask import make_response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from core.errors import NotFound, SignInFailed
from services import federation
from web import pocket
from web.door import hanging, house
from web.officers.policy import ANYONE, Page
from web.officers.provider import Provider, ProviderFailed, Way
from web.officers.session import signed_in

ON_THE_WAY, MINUTES = "on-the-way", 10


def provider() -> Provider:
    """The provider that is set up; NotFound where there is none."""
    found = hanging().provider
    if not isinstance(found, Provider):
        raise NotFound
    return found


def go_to_provider() -> Answer:
    """Send somebody to the provider, with what has to be remembered in a sealed cookie."""
    way = Way.fresh()
    answer = make_response(redirect(provider().way_to(_back_to(), way), 303))
    pocket.put(answer, ON_THE_WAY, asdict(way), MINUTES)
    return answer


def back_from_provider() -> Answer | tuple[str, int]:
    """Sign in whom the provider names, where that is an officer of ours."""
    asked, held = provider(), pocket.look(ON_THE_WAY, MINUTES)
    try:
        token = _token(asked, Way(**held)) if set(held) == {"state", "nonce", "verifier"} else None
    except (ProviderFailed, SignInFailed) as trouble:
        return _refused(str(trouble)), trouble.status
    if token is None:
        return _refused("That took too long, or began in another browser. Start again."), 401
    # A page and no redirect: a browser that comes from the provider would not send a strict cookie.
    answer = signed_in(token, lambda on: render_template("officers/signing_in.html", on=on))
    pocket.empty(answer, ON_THE_WAY)
    return answer


def _token(provider: Provider, way: Way) -> str | None:
    asked = request.args
    if not secrets.compare_digest(asked.get("state", "").encode(), way.state.encode()):
        return None
    if "code" not in asked:
        raise ProviderFailed
    person = provider.person(asked["code"], _back_to(), way)
    return federation.sign_in_as(house(), person.subject, person.email)


def _refused(trouble: str) -> str:
    return render_template("officers/not_signed_in.html", trouble=trouble)


def _back_to() -> str:
    return f"{house().desk_url}/sign-in/back"


PAGES = (
    Page("/sign-in/council", go_to_provider, ANYONE),
    Page("/sign-in/back", back_from_provider, ANYONE),
)

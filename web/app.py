"""Builds the web door round a house: guards first, then pages. Knows no settings and no storage."""

from flask import Flask
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from services.house import House
from web import bars, guards, mishaps, pocket, public, statics, tongue, uploads, wording
from web.door import WEATHER, Hanging
from web.officers import blueprint as desk
from web.officers.provider import Provider
from web.public import leave

MOST_BYTES = 4 * 1024 * 1024


def create_app(
    house: House,
    *,
    cookie_key: bytes,
    https: bool = True,
    leave_to: str = WEATHER,
    limited: bool = True,
    proxies: int = 0,
    limits_url: str = "memory://",
    provider: Provider | None = None,
) -> Flask:
    """A Flask app that opens on `house`. See `web.door.Hanging` for the rest."""
    app = Flask(__name__, static_folder=None)
    app.request_class = uploads.InMemory
    hanging = Hanging(cookie_key, https, leave_to, limited, proxies, limits_url, provider)
    app.extensions["heard_house"] = house
    app.extensions["heard_hanging"] = hanging
    _configure(app, hanging)
    for room in (pocket, statics, leave, guards, tongue, mishaps, bars):
        room.fit(app, hanging)
    wording.fit(app)
    public.fit(app)
    app.register_blueprint(desk)
    return app


def _configure(app: Flask, hanging: Hanging) -> None:
    app.config.update(
        SECRET_KEY=hanging.key_for("session"),
        SESSION_COOKIE_NAME=hanging.cookie_name("notes"),
        SESSION_COOKIE_SECURE=hanging.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        TRAP_HTTP_EXCEPTIONS=False,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_loader = ChoiceLoader(
        [
            PackageLoader("web"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    if hanging.proxies:
        known = ProxyFix(app.wsgi_app, x_for=hanging.proxies, x_proto=hanging.proxies)
        app.wsgi_app = known  # type: ignore[method-assign] # as Flask wants it

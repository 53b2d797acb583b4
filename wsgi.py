"""The web door for gunicorn and the like: `gunicorn wsgi:app`. A main: it reads the settings."""

import os
from dataclasses import astuple

import settings
import wiring
from storage import migrations
from web.app import create_app
from web.officers.provider import provider_of

held = settings.load(os.environ)
migrations.upgrade(held.database_url, held.keys_url)
app = create_app(
    wiring.build_house(held),
    cookie_key=held.secrets.sessions,
    https=held.public_url.startswith("https:"),
    proxies=held.proxies,
    limits_url=held.limits_url,
    provider=provider_of(*astuple(held.oidc)),
)

"""The real web door for benches and proofs: all of it but the brake on floods from one address."""

import os

import settings
import wiring
from storage import migrations
from web.app import create_app

held = settings.load(os.environ)
migrations.upgrade(held.database_url, held.keys_url)
app = create_app(
    wiring.build_house(held), cookie_key=held.secrets.sessions, https=False, limited=False
)

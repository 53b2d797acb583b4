"""The real web door for benches and proofs: all of it but the brake on floods from one address.

BENCH_TAGGER=raises gives it a tagger that fails at every text.
"""

import os

import settings
import wiring
from core.facts import Suggestions
from storage import migrations
from web.app import create_app


class RaisingTagger:
    """Fails, as a library does: with an error that nobody declared."""

    def suggest(self, text: str) -> Suggestions:
        """Never a suggestion."""
        raise ZeroDivisionError(len(text))


held = settings.load(os.environ)
migrations.upgrade(held.database_url, held.keys_url)
tagger = RaisingTagger() if os.environ.get("BENCH_TAGGER") == "raises" else None
app = create_app(
    wiring.build_house(held, tagger=tagger),
    cookie_key=held.secrets.sessions,
    https=False,
    limited=False,
)

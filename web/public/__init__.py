"""The part of the web door that is open to everyone, without an account."""

from flask import Flask

from web.public import (
    at_risk,
    board,
    guided,
    health,
    here,
    leave,
    look_back,
    my_words,
    outcome,
    practitioner,
    sent,
    signing,
    start,
    together,
    unsafe,
    whole,
)

PAGES = (
    *(start, here, whole, board, together, practitioner, at_risk),
    *(sent, look_back, leave, health, signing),
)
# These name pages of the one address and have none of their own.
ON_THE_WAY = (guided, my_words, outcome, unsafe)


def fit(app: Flask) -> None:
    """Open the public pages."""
    for page in PAGES:
        app.register_blueprint(page.blueprint)
